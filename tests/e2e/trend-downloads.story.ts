import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { lively, rowsOf, slider } from './parts/trend-page';
import { expect, test } from './stories';

test('a file holds exactly what is shown, and a picture is a picture', async ({ house }) => {
  const page = await house.enter(cast.vera);
  await page.goto('/trends?metric=adoption&period=12w&show=line&show=previous');
  await lively(page);
  await page.getByText('Download').click();
  const numbers = page.waitForEvent('download');
  const shownNow = page.getByRole('region', { name: 'What is shown' });
  await shownNow.getByRole('link', { name: 'Numbers (CSV)' }).click();
  const [heads = '', ...lines] = (await textOf(await numbers)).trimEnd().split('\r\n');
  const columns = heads.split(',');
  const filed = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])));
  const shown = (await rowsOf(page)).reverse();
  const percent = (text = '') => (text === '' ? '—' : `${(Math.round(Number(text) * 1000) / 10).toFixed(1)}%`);
  expect(filed.map(({ adoption }) => percent(adoption))).toEqual(shown.map(([, rate]) => rate));
  const made = ({ using_enpass, assigned_license }: Record<string, string>) =>
    using_enpass === '' ? '— of —' : `${using_enpass} of ${assigned_license}`;
  expect(filed.map(made)).toEqual(shown.map((cells) => cells[2]));
  expect(filed.map(({ adoption_previous }) => percent(adoption_previous))).toEqual(
    shown.map((cells) => cells.at(-1)?.split(' ')[0]),
  );
  expect(filed.filter(({ gap }) => gap !== '')).toHaveLength(
    shown.filter(([day]) => day?.includes('No snapshot:')).length,
  );

  const pixels = await picture(page, 'PNG');
  expect(pixels.suggestedFilename()).toMatch(/^trend-adoption-.*\.png$/);
  const bytes = await bytesOf(pixels);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const box = await slider(page).boundingBox();
  // Twice as fine as the page: on a slide it is larger.
  expect(bytes.readUInt32BE(16)).toBe(2 * (Math.floor(box?.width ?? 0) + 48));

  const drawing = await picture(page, 'SVG');
  expect(drawing.suggestedFilename()).toMatch(/^trend-adoption-.*\.svg$/);
  const svg = await textOf(drawing);
  expect(svg).toMatch(/^<svg xmlns=.*Northwind Logistics.*no snapshots?:/s);
  expect(svg).toContain(`d="${await page.locator('.chart-fitted .ln.s1').first().getAttribute('d')}"`);
  for (const words of [
    'Adoption, daily',
    '12 weeks before: ',
    'No snapshot',
    'Source: Enpass Business, daily snapshots',
  ])
    expect(svg).toContain(words);
  expect(svg).toMatch(/Northwind Logistics, \d+ \w+ (\d{4} )?to \d+ \w+ \d{4}/);
  expect(svg).not.toMatch(/href=|@import|<image/);
  // What it looks like is written into it: a file has no style sheet.
  expect(svg).not.toMatch(/class=|var\(/);
});

async function picture(page: Page, format: 'PNG' | 'SVG') {
  const saved = page.waitForEvent('download');
  await page.getByText('Download').click();
  await page.getByRole('button', { name: `Picture (${format})` }).click();
  // Only links close the menu.
  await page.keyboard.press('Escape');
  return saved;
}

type Saved = { createReadStream(): Promise<NodeJS.ReadableStream> };

async function bytesOf(saved: Saved): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await saved.createReadStream()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const textOf = async (saved: Saved): Promise<string> => (await bytesOf(saved)).toString('utf8');
