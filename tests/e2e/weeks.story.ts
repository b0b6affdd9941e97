import type { Page } from '@playwright/test';
import type { Day } from '@/lib/domain/day';
import { daysOfWeek } from '@/lib/domain/week';
import { cast } from '../../demo/cast';
import type { App } from '../support/app';
import { faultsOf } from './parts/judge-page';
import { lastWeek } from './parts/last-week';
import { expect, test } from './stories';

const path = `/weeks/${lastWeek}`;
const unicode = 'Łukasz & <b>Zoë</b> 🎉 =SUM(A1)\n\nשלום';
const field = (page: Page, name: 'What happened' | 'Why' | 'Next') => page.getByLabel(name, { exact: true });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d$/ });
const review = (page: Page) => page.getByRole('region', { name: 'Review', exact: true });

async function complete(page: Page): Promise<void> {
  await page.getByText('Complete review').click();
  await page.getByRole('button', { name: 'Complete now' }).click();
}

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

test('what is written before the script arrives is saved with the rest', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const page = await enter(cast.max);
  await page.goto(path);
  await field(page, 'What happened').fill('Kept.');
  await expect(saved(page)).toBeVisible();
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await field(page, 'What happened').press('Control+End');
  await field(page, 'What happened').pressSequentially(' Early words');
  // "Saved" stands there from the start: what was saved before.
  const written = page.waitForResponse((answer) => answer.request().postData()?.includes('Later words') === true);
  arrive();
  await field(page, 'Why').fill('Later words');
  await written;
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(field(page, 'What happened')).toHaveValue('Kept. Early words');
  await expect(field(page, 'Why')).toHaveValue('Later words');
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

test('two who write at once lose no word, and choose where both wrote', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const [max, ada] = [await enter(cast.max), await enter(cast.ada)];
  for (const page of [max, ada]) await page.goto(path);

  await field(max, 'What happened').fill('Max writes here');
  await expect(saved(max)).toBeVisible();
  await field(ada, 'Next').fill('Ada writes there');
  await expect(ada.getByText('Max Okafor wrote meanwhile')).toBeVisible();
  await expect(field(ada, 'What happened')).toHaveValue('Max writes here');
  await expect(saved(ada)).toBeVisible();

  await field(ada, 'Why').fill('Ada knows why');
  await expect(saved(ada)).toBeVisible();
  await field(max, 'Why').fill('Max knows why');
  const clash = max.getByRole('alert').filter({ hasText: 'wrote here too' });
  await expect(clash).toContainText('Ada knows why');
  await expect(field(max, 'Why')).toHaveValue('Max knows why');
  expect(await faultsOf(max)).toEqual([]);
  await clash.getByRole('button', { name: 'Keep both' }).click();
  await expect(saved(max)).toBeVisible();
  await max.reload();
  await expect(field(max, 'Why')).toHaveValue('Ada knows why\n\nMax knows why');
  await expect(field(max, 'Next')).toHaveValue('Ada writes there');
});

test('a draft survives a server that is away, and says so', async ({ build }) => {
  const { app, enter } = await build({ days: 20 });
  const page = await enter(cast.max);
  await page.goto(path);
  await app.stop();
  await field(page, 'Why').fill('Typed into the void');
  await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
  await app.start();
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(field(page, 'Why')).toHaveValue('Typed into the void');
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

test('a week without any snapshot is completed with an explanation', async ({ build }) => {
  const { app, enter } = await build({ days: 20 });
  await app.stop();
  await withoutSnapshots(app, daysOfWeek(lastWeek));
  await app.start();
  const page = await enter(cast.max);
  await page.goto(path);
  await expect(page.getByText('has no snapshot, so it has no numbers')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await complete(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Not completed.' })).toBeVisible();
  await expect(field(page, 'What happened')).toHaveAttribute('aria-invalid', 'true');
  await field(page, 'What happened').fill('The server room was flooded.');
  await page.getByRole('button', { name: 'Complete now' }).click();
  await expect(review(page)).toContainText('The server room was flooded.');
});

/** As if nobody had been there all week. */
const withoutSnapshots = (app: App, { from, to }: { from: Day; to: Day }) =>
  app.query(`delete from "Snapshot" where "day" between '${from}' and '${to}'`);

test('a review prints to one clean A4 page with 500 characters each, and flows onto a second with 2,000', async ({
  build,
}) => {
  const { enter } = await build({ days: 60 });
  const page = await enter(cast.max);
  await page.goto(path);
  expect(await printedPages(page, 500)).toBe(1);
  expect(await printedPages(page, 2000)).toBe(2);
});

const words = 'Ten more people added their first items, the best week since September. ';

async function printedPages(page: Page, length: number): Promise<number> {
  const text = words.repeat(40).slice(0, length - 1);
  for (const name of ['What happened', 'Why', 'Next'] as const) await field(page, name).fill(`${text}.`);
  await expect(saved(page)).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

test('targets and annotations are set, changed and removed with a second look, and shown to readers', async ({
  build,
}) => {
  const { enter } = await build({ days: 60 });
  const page = await enter(cast.max);
  const nextYear = `${new Date().getUTCFullYear() + 1}-06-30`;
  await page.goto('/targets');
  await page.getByLabel('Value').fill('lots');
  await page.getByLabel('By').fill(nextYear);
  await page.getByRole('button', { name: 'Set target' }).click();
  await expect(page.getByText('Enter a percentage, like 75')).toBeVisible();
  await expect(page.getByLabel('Value')).toHaveValue('lots');
  await page.getByLabel('Value').fill('95');
  await page.getByRole('button', { name: 'Set target' }).click();
  const goal = page.getByRole('article', { name: 'Adoption 95%' });
  await expect(goal).toContainText(/On track|Behind|Out of reach/);
  await goal.getByRole('link', { name: 'Change' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adoption 95%');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nothing changed.')).toBeVisible();
  await page.getByLabel('Value').fill('96');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Changed to 96%');

  const reader = await enter(cast.vera);
  await reader.goto('/');
  await expect(reader.getByRole('region', { name: 'Adoption' })).toContainText('Target 96% by');
  await reader.goto('/targets');
  await expect(reader.getByRole('article', { name: 'Adoption 96%' })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Set target' })).toHaveCount(0);

  await page.getByText('Delete', { exact: true }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('No open target')).toBeVisible();

  await page.goto('/annotations');
  await page.getByLabel('What happened').fill('Łunch <i>sessions</i>');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('link', { name: 'Łunch <i>sessions</i>' }).click();
  await expect(page.getByText('An observation, not an effect')).toBeVisible();
  await page.getByText('Delete', { exact: true }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('None yet')).toBeVisible();
});

test('an address of no week says what a week is called', async ({ house }) => {
  const page = await house.enter(cast.vera);
  for (const wrong of ['2026-W60', 'yesterday', '1999-W01', '2999-W01']) {
    const answer = await page.goto(`/weeks/${wrong}`);
    expect(answer?.status(), wrong).toBe(404);
    await expect(page.getByText('like 2026-W47')).toBeVisible();
  }
});
