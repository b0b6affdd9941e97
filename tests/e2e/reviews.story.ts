import { cast } from '../../demo/cast';
import { faultsOf } from './parts/judge-page';
import { complete, field, path, review, saved } from './parts/review-page';
import { expect, test } from './stories';

const unicode = 'Łukasz & <b>Zoë</b> 🎉 =SUM(A1)\n\nשלום';

test('a manager reviews, is interrupted, completes, reopens; older revisions stay readable', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);

  await test.step('what is due leads there', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Open the review' }).click();
    await expect(page).toHaveURL(new RegExp(path));
    await expect(page.getByRole('main')).toContainText('Due');
  });

  await test.step('what was typed is saved by itself', async () => {
    await field(page, 'What happened').fill(unicode);
    await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
    await expect(saved(page)).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Draft');
  });

  await test.step('interrupted: another browser has every word', async () => {
    await page.close();
    const later = await enter(cast.max, {});
    await later.goto(path);
    await expect(field(later, 'What happened')).toHaveValue(unicode);
    await field(later, 'Next').fill('Remind the drivers');
    await complete(later);
    await expect(review(later)).toContainText('Completed by Max Okafor, manager');
    await expect(review(later)).toContainText('<b>Zoë</b> 🎉 =SUM(A1)');
    await expect(review(later)).toContainText(/SHA-256 [0-9a-f]{64}/);
    await later.close();
  });

  await test.step('reopened, it becomes revision 2, and revision 1 stays', async () => {
    const again = await enter(cast.ada);
    await again.goto(path);
    await again.getByText('Reopen', { exact: true }).click();
    await again.getByRole('button', { name: 'Reopen now' }).click();
    await expect(field(again, 'Next')).toHaveValue('Remind the drivers');
    await field(again, 'Next').fill('Remind everybody');
    await complete(again);
    await expect(review(again)).toContainText('Revision 2');
    await again.getByRole('link', { name: 'Revision 1' }).click();
    await expect(review(again)).toContainText('Remind the drivers');
    await again.goto(`${path}/revisions/2`);
    const differences = again.getByRole('region', { name: 'Against revision 1' });
    await expect(differences).toContainText('was Remind the drivers');
    await expect(differences).toContainText('is Remind everybody');
    expect(await faultsOf(again)).toEqual([]);
  });
});

test('a viewer reads completed reviews only, and never a draft', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const [manager, viewer] = [await enter(cast.max), await enter(cast.vera)];
  await manager.goto(path);
  await field(manager, 'Why').fill('First words');
  await expect(saved(manager)).toBeVisible();

  await viewer.goto(path);
  await expect(viewer.getByText('Not completed yet.')).toBeVisible();
  await expect(viewer.getByRole('table', { name: /numbers/ })).toBeVisible();
  await expect(viewer.getByRole('textbox')).toHaveCount(0);
  await expect(viewer.getByText('First words')).toHaveCount(0);

  await complete(manager);
  await expect(review(manager)).toContainText('First words');
  await viewer.reload();
  await expect(review(viewer)).toContainText('First words');
  await expect(viewer.getByText('Reopen')).toHaveCount(0);

  await manager.getByText('Reopen', { exact: true }).click();
  await manager.getByRole('button', { name: 'Reopen now' }).click();
  await field(manager, 'Why').fill('Second thoughts');
  await expect(saved(manager)).toBeVisible();
  await viewer.reload();
  await expect(review(viewer)).toContainText('First words');
  await expect(viewer.getByText('Second thoughts')).toHaveCount(0);
});

test('without JavaScript a review is saved, brought together and completed', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const page = await enter(cast.max, { javaScriptEnabled: false });
  await page.goto(path);
  await field(page, 'What happened').fill('x'.repeat(2001));
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(field(page, 'What happened')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'What happened')).toHaveValue('x'.repeat(2001));
  await field(page, 'What happened').fill('Two\nlines');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(saved(page)).toBeVisible();

  const other = await enter(cast.ada);
  await other.goto(path);
  await field(other, 'What happened').fill('Other words');
  await expect(saved(other)).toBeVisible();
  await field(page, 'What happened').fill('My words');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Other words' })).toBeVisible();
  await expect(field(page, 'What happened')).toHaveValue('My words');
  await field(page, 'What happened').fill('My words\nand other words');
  await complete(page);
  await expect(review(page)).toContainText('My words\nand other words');
});
