import type { Download, Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { lastWeek } from './parts/last-week';
import { expect, test } from './stories';

test('a viewer takes weeks, a week and all snapshots along, without JavaScript too', async ({ house }) => {
  const vera = await house.enter(cast.vera, { javaScriptEnabled: false });
  await vera.goto('/weeks');
  const weeks = linesOf(await saved(vera, 'All weeks', 'Numbers (CSV)'));
  expect(weeks[0]).toMatch(/^week,from,to,state,/);
  expect(weeks.length).toBeGreaterThan(16);

  await vera.goto(`/weeks/${lastWeek}`);
  expect(linesOf(await saved(vera, 'The week', 'Numbers (CSV)'))).toEqual([
    weeks[0],
    weeks.find((line) => line.startsWith(lastWeek)),
  ]);
  const days = JSON.parse(await saved(vera, 'Its snapshots', 'For programs (JSON)'));
  expect(days.length).toBeGreaterThan(3);

  await vera.goto('/trends');
  const all = linesOf(await saved(vera, 'All snapshots, every metric', 'Numbers (CSV)'));
  expect(all.length).toBeGreaterThan(110);
  expect(await saved(vera, 'What is shown', 'Spreadsheet (XLSX)')).toMatch(/^PK/);
});

test('two days compared are copied, taken along and printed as they are shown', async ({ house }) => {
  const vera = await house.enter(cast.vera, { permissions: ['clipboard-read', 'clipboard-write'] });
  await vera.goto('/compare');
  await vera.getByRole('button', { name: 'Copy link' }).click();
  await expect(vera.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const copied = await vera.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/compare\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
  const lines = linesOf(await saved(vera, 'What is shown', 'Numbers (CSV)'));
  expect(lines[0]).toMatch(/^metric,name,unit,first_day,first,/);
  expect(lines).toHaveLength(26);

  await vera.emulateMedia({ media: 'print' });
  for (const part of [
    vera.getByRole('banner'),
    vera.getByRole('button', { name: 'Print' }),
    vera.getByLabel('First day'),
  ])
    await expect(part).toBeHidden();
  await expect(vera.getByText(/^Northwind Logistics\. Snapshots taken /)).toBeVisible();
  expect(await figureEdges(vera)).toHaveLength(3);
});

test('figures of two days stand below each other from table to table', async ({ house }) => {
  for (const width of [1440, 1280, 1024]) {
    const page = await house.enter(cast.vera, { viewport: { width, height: 900 } });
    await page.goto('/compare');
    expect.soft(await figureEdges(page), `edges at ${width}`).toHaveLength(3);
  }
});

/** Where the figures of both days and of the change end, each place once. */
const figureEdges = (page: Page): Promise<number[]> =>
  page.locator('.compared thead th.num').evaluateAll((heads) => {
    const rights = heads.map((head) => Math.round(head.getBoundingClientRect().right));
    return rights.filter((right, at) => rights.findIndex((other) => Math.abs(other - right) <= 1) === at);
  });

test('ops take all snapshots along from where others are imported', async ({ house }) => {
  const olga = await house.enter(cast.olga);
  await olga.goto('/runs');
  expect(linesOf(await saved(olga, 'All snapshots', 'Numbers (CSV)')).length).toBeGreaterThan(110);
});

async function saved(page: Page, group: string, name: string): Promise<string> {
  const menu = page.getByText('Download', { exact: true });
  if (!(await page.getByRole('region', { name: group }).isVisible())) await menu.click();
  const download: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('region', { name: group }).getByRole('link', { name }).click();
  const pieces: Buffer[] = [];
  for await (const piece of await (await download).createReadStream()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

const linesOf = (text: string): string[] => text.trimEnd().split('\r\n');
