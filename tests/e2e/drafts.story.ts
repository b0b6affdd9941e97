import { cast } from '../../demo/cast';
import { faultsOf } from './parts/judge-page';
import { field, path, saved } from './parts/review-page';
import { expect, test } from './stories';

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

test('who writes in two windows is not told of somebody else', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const [one, other] = [await enter(cast.max), await enter(cast.max)];
  for (const page of [one, other]) await page.goto(path);
  await field(one, 'Why').fill('Here');
  await expect(saved(one)).toBeVisible();
  await field(other, 'Why').fill('There');
  const clash = other.getByRole('alert').filter({ hasText: 'You saved this review in another window meanwhile' });
  await expect(clash).toContainText('Here');
  await expect(other.getByText(/Max Okafor wrote|Theirs/)).toHaveCount(0);
  await clash.getByRole('button', { name: 'Take the saved ones' }).click();
  await expect(field(other, 'Why')).toHaveValue('Here');
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
