import type { Page } from '@playwright/test';
import { addDays, type Day } from '@/lib/domain/day';
import { countFields } from '@/lib/domain/snapshot';
import { cast } from '../../demo/cast';
import { countsOn } from '../../demo/fake-enpass/organisation';
import { rowsIn } from './parts/kept-rows';
import { expect, test } from './stories';

const csvOf = (days: readonly Day[]): string =>
  [
    ['day', ...countFields].join(','),
    ...days.map((day) => [day, ...countFields.map((field) => countsOn(day)[field])].join(',')),
  ].join('\r\n');

const panelOf = (page: Page) => page.getByRole('region', { name: 'Import old numbers' });

async function choose(page: Page, text: string): Promise<void> {
  const file = { name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await panelOf(page).getByLabel('File').setInputFiles(file);
  await panelOf(page).getByRole('button', { name: 'Check the file' }).click();
}

test('the template is fetched as a file, not as a page first', async ({ house }) => {
  const page = await house.enter(cast.olga);
  await page.goto('/runs');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const download = page.waitForEvent('download');
  await panelOf(page).getByRole('link', { name: 'Template (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('adoption-history-template.csv');
  expect(asked.filter((url) => url.includes('_rsc'))).toEqual([]);
});

test('old numbers are looked at first, then taken in; gaps close and captured days stay', async ({ build }) => {
  const { app, enter } = await build();
  const rows = rowsIn(app);
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const captured = await rows.snapshotDays();
  const [first, gap, last] = [captured.at(0), eachMissing(captured)[0], captured.at(-1)];
  if (!first || !gap || !last) throw new Error('the history has days and a gap');
  const before = await rows.snapshots();
  const file = csvOf([addDays(first, -2), addDays(first, -1), gap, last]);

  await choose(page, file);
  await expect(panelOf(page).getByRole('status')).toContainText('3 days would be added, 1 captured day kept.');
  await expect(panelOf(page).getByRole('status')).toContainText('Nothing is written yet.');
  expect(await rows.snapshotDays()).toEqual(captured);

  await expect(page.getByRole('region', { name: 'Gaps' })).toContainText('503');
  await panelOf(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panelOf(page).getByRole('status')).toContainText('3 days imported.');
  await expect(page.getByRole('region', { name: 'Captured days' })).toContainText('imported, 3 days');
  await expect(page.getByRole('region', { name: 'Gaps' })).not.toContainText('503');
  expect(await rows.snapshotDays()).toHaveLength(captured.length + 3);
  const kept = await rows.snapshots();
  for (const [day, row] of before) expect(kept.get(day), day).toBe(row);

  await choose(page, file);
  await expect(panelOf(page).getByRole('status')).toContainText('Nothing to add');
});

const eachMissing = (days: readonly Day[]): Day[] =>
  days.flatMap((day, at) => (at > 0 && addDays(days[at - 1] ?? day, 1) !== day ? [addDays(day, -1)] : []));

test('monthly numbers of two counts are seen as numbers and as a line before they are taken', async ({ build }) => {
  const { app, enter } = await build({ days: 20 });
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const months = ['2026-01-31', '2026-02-28', '2026-03-31'];
  await choose(
    page,
    ['day,assigned_license,using_enpass', ...months.map((day, at) => `${day},10${at},8${at}`)].join('\n'),
  );
  const look = panelOf(page).getByRole('status');
  await expect(look).toContainText('3 days would be added.');
  await expect(look.getByRole('img', { name: /Using Enpass from 31 January 2026/ })).toBeVisible();
  await expect(look.getByRole('row', { name: /28 Feb 2026/ })).toContainText('81');
  await panelOf(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panelOf(page).getByRole('status')).toContainText('3 days imported.');
  expect(await rowsIn(app).snapshotDays()).toEqual(expect.arrayContaining(months));
  await page.getByRole('link', { name: 'By year', exact: true }).click();
  await page.getByRole('link', { name: 'Sat 28 Feb: imported' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trends');
});

test('nothing is imported but what was looked at', async ({ build }) => {
  const { app, enter } = await build({ days: 2 });
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const before = await rowsIn(app).snapshotDays();
  const take = panelOf(page).getByRole('button', { name: 'Import', exact: true });
  const another = { name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(['2026-01-07', '2026-01-08'])) };

  await choose(page, csvOf(['2026-01-05']));
  await expect(take).toBeVisible();
  await panelOf(page).getByLabel('File').setInputFiles(another);
  await expect(take, 'another file was not looked at').toHaveCount(0);
  await panelOf(page).getByRole('button', { name: 'Check the file' }).click();
  await expect(panelOf(page).getByRole('status')).toContainText('2 days would be added.');
  await panelOf(page).getByLabel('Replace days imported before').check();
  await expect(take, 'nor what another choice would do').toHaveCount(0);

  const plain = await enter(cast.olga, { javaScriptEnabled: false });
  await plain.goto('/runs');
  await choose(plain, csvOf(['2026-01-05']));
  await panelOf(plain).getByLabel('File').setInputFiles(another);
  await panelOf(plain).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panelOf(plain).getByRole('status').first()).toContainText('not what you looked at');
  expect((await rowsIn(app).snapshotDays()).slice(0, before.length)).toEqual(before);
  await panelOf(plain).getByLabel('File').setInputFiles(another);
  await panelOf(plain).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panelOf(plain).getByRole('status')).toContainText('2 days imported.');
});

test('a file of something else is refused in one sentence, with its lines behind it', async ({ house }) => {
  const page = await house.enter(cast.olga);
  await page.goto('/runs');
  await choose(page, `day,using_enpass\n${'10/11/2025,1\n'.repeat(60)}`);
  const alert = panelOf(page).getByRole('alert');
  await expect(alert).toContainText(
    '60 days are not written like 2026-02-27, the first in line 2: "10/11/2025" (it can be read in two ways).',
  );
  await expect(alert.getByText('and 40 more faults')).toBeHidden();
  await alert.getByText('Line by line').click();
  await expect(alert.getByText('and 40 more faults')).toBeVisible();
});

test('one wrong line refuses the whole file and is named', async ({ build }) => {
  const { app, enter } = await build({ days: 2 });
  const before = await rowsIn(app).snapshotDays();
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const good = csvOf(['2026-01-05', '2026-01-06', '2026-01-07']).split('\r\n');
  await choose(page, [...good.slice(0, 2), good[2]?.replace(/,\d+,/, ',many,'), good[3]].join('\r\n'));
  await expect(panelOf(page).getByRole('alert')).toContainText('Line 3');
  await expect(panelOf(page).getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  expect((await rowsIn(app).snapshotDays()).slice(0, before.length)).toEqual(before);
});

test('fifty years of days fit through the form', async ({ build }) => {
  const { app, enter } = await build({ days: 2 });
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const [first] = await rowsIn(app).snapshotDays();
  if (!first) throw new Error('the history has days');
  const start = addDays(first, -18_250);
  await choose(page, csvOf(Array.from({ length: 18_250 }, (_, at) => addDays(start, at))));
  await expect(panelOf(page).getByRole('status')).toContainText('18,250 days would be added.');
  await panelOf(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panelOf(page).getByRole('status')).toContainText('18,250 days imported.');
});
