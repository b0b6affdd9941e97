import type { Page } from '@playwright/test';
import type { Day } from '@/lib/domain/day';
import { daysOfWeek } from '@/lib/domain/week';
import { cast } from '../../demo/cast';
import type { App } from '../support/app';
import { faultsOf } from './parts/judge-page';
import { lastWeek } from './parts/last-week';
import { complete, field, path, review, saved } from './parts/review-page';
import { expect, test } from './stories';

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

test('what was written is found again by its words, by readers when it is completed', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const [max, vera] = [await enter(cast.max), await enter(cast.vera, { javaScriptEnabled: false })];
  const find = async (page: Page, words: string) => {
    await page.goto('/weeks');
    await page.getByLabel('Words in reviews').fill(words);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/weeks\?q=/);
  };
  await max.goto(path);
  await field(max, 'What happened').fill('Zoë trained the depot in Rotterdam.');
  await expect(saved(max)).toBeVisible();
  await find(max, 'ROTTERDAM zoe');
  await expect(max.locator('mark')).toHaveText(['Zoë', 'Rotterdam']);
  expect(await faultsOf(max)).toEqual([]);
  await find(vera, 'rotterdam');
  await expect(vera.getByRole('main')).toContainText('No review says “rotterdam”.');
  await expect(vera.getByRole('main')).toContainText('reviews that are not completed yet are not looked at');

  await max.goto(path);
  await complete(max);
  await expect(review(max)).toContainText('Completed by');
  await find(vera, 'rotterdam');
  await vera
    .getByRole('main')
    .getByRole('link', { name: /^Week / })
    .click();
  await expect(review(vera)).toContainText('Rotterdam');
  await vera.goto('/weeks');
  await expect(vera.getByRole('row', { name: /Zoë trained the depot in Rotterdam\./ })).toBeVisible();
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

test('an address of no week says what a week is called', async ({ house }) => {
  const page = await house.enter(cast.vera);
  for (const wrong of ['2026-W60', 'yesterday', '1999-W01', '2999-W01']) {
    const answer = await page.goto(`/weeks/${wrong}`);
    expect(answer?.status(), wrong).toBe(404);
    await expect(page.getByText('like 2026-W47')).toBeVisible();
  }
});
