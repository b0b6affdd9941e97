import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { rowsIn } from './parts/kept-rows';
import { todaysSnapshot } from './parts/todays-snapshot';
import { expect, test } from './stories';

const brief = { ENPASS_RUN_DEADLINE_MS: '2000' };
// A dead process's turn is taken over within fifteen seconds after the run's own deadline.
const takenOver = { timeout: 2_000 + 15_000 };
const run = (page: Page, at: number) =>
  page
    .getByRole('table', { name: /Run history/ })
    .getByRole('row')
    .nth(at);

test('killed in the middle of the day’s first refresh, a restart takes one snapshot and touches nothing else', async ({
  build,
}) => {
  const { app, fake, enter } = await build({ mode: 'never-answers', env: brief });
  const rows = rowsIn(app);
  await expect.poll(() => fake.requests.length).toBeGreaterThan(0);
  const [readings, snapshots] = [await rows.readings(), await rows.snapshots()];
  expect(readings.length).toBeGreaterThan(20);
  await app.kill();
  expect((await rows.runs()).at(-1)).toMatchObject({ outcome: 'running' });

  fake.setMode('good');
  await app.start();
  await expect.poll(async () => (await rows.runs()).at(-1)?.outcome, takenOver).toBe('succeeded');

  expect((await rows.readings()).slice(0, readings.length)).toEqual(readings);
  expect(await rows.readings()).toHaveLength(readings.length + 1);
  const kept = await rows.snapshots();
  for (const [day, row] of snapshots) expect(kept.get(day), day).toBe(row);
  expect(await rows.snapshotDays()).toHaveLength(snapshots.size + 1);

  const page = await enter(cast.olga);
  await page.goto('/runs');
  await expect(page.getByRole('status').filter({ hasText: 'Taken today' })).toBeVisible();
  await expect(run(page, 1)).toContainText('Succeeded');
  await expect(run(page, 2)).toContainText('The application was stopped in the middle of this run.');
});

test('killed in the middle of a refresh by hand, the day keeps the snapshot it had', async ({ build }) => {
  const { app, fake, enter } = await build({ env: brief });
  const rows = rowsIn(app);
  const page = await enter(cast.olga);
  await todaysSnapshot(page);
  const [readings, snapshots] = [await rows.readings(), await rows.snapshots()];

  fake.setMode('never-answers');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('region', { name: 'Refresh in progress' })).toBeVisible();
  // The server dies in the middle of the run, not in the middle of the answer to the press.
  await page.waitForFunction(pressAnswered);
  await app.kill();
  await app.start();

  // The page was left open; it hears of the end by itself.
  await expect(page.getByRole('region', { name: 'Refresh failed' })).toContainText('stopped', takenOver);
  expect(await rows.readings()).toEqual(readings);
  expect(await rows.snapshots()).toEqual(snapshots);
  await expect(run(page, 1)).toContainText('The application was stopped in the middle of this run.');
  await expect(page.getByRole('button', { name: 'Refresh now' })).toBeEnabled();
});

/** In the page: whether a request to its own address, which only a form's press is, has ended. */
const pressAnswered = () =>
  performance
    .getEntriesByType('resource')
    .some((entry) => 'initiatorType' in entry && entry.initiatorType === 'fetch' && entry.name === location.href);
