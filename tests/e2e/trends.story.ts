import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { dayAgo } from './parts/day-ago';
import { expect, test } from './stories';

const slider = (page: Page) => page.getByRole('slider', { name: 'Numbers of a day' });

/** Once the trend fits the page, and one can point at it. */
const lively = (page: Page) => expect(slider(page)).toBeVisible();

/** What the page says of one day: the table twin, newest first. */
const rowsOf = (page: Page) =>
  page
    .locator('.twin-table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

test('an admin explores from the overview, and a colleague with the link sees the same', async ({ house }) => {
  const ada = await house.enter(cast.ada);
  await ada.goto('/');
  await ada.getByRole('region', { name: 'Journey' }).getByRole('link', { name: 'Trends' }).click();
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Trends');
  await lively(ada);
  for (const name of ['Assigned', 'Activated', 'Onboarded', 'Using Enpass']) {
    await expect(ada.getByRole('link', { name: `Remove ${name}` })).toBeVisible();
  }

  await test.step('four are the most; another scale takes their place, as it said', async () => {
    await ada.getByText('Four at most').click();
    await expect(ada.getByText('Rates have another scale: instead of these')).toBeVisible();
    await ada.getByRole('link', { name: 'Activation', exact: true }).click();
    await expect(ada.getByRole('region', { name: 'Activation over time' })).toBeVisible();
    await ada.getByText('Add a rate').click();
    await ada.getByRole('link', { name: 'Adoption', exact: true }).click();
    await expect(ada.getByRole('region', { name: 'Activation, Adoption over time' })).toBeVisible();
  });

  await test.step('a period, weekly closes, the period before', async () => {
    await ada.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: '4 weeks' }).click();
    await expect(ada).toHaveURL(/period=4w/);
    await ada.getByLabel('Previous period').check();
    await expect(ada).toHaveURL(/show=previous/);
    await expect(ada.locator('.twin-table thead')).toContainText('Adoption, 4 weeks before');
    await ada.getByRole('link', { name: 'Weekly close' }).click();
    await expect(ada).toHaveURL(/interval=week/);
    await expect(ada.locator('.twin-table thead th').first()).toHaveText('Week');
  });

  await test.step('the colleague', async () => {
    const max = await house.enter(cast.max);
    await max.goto(ada.url());
    await expect(max.locator('.twin-table caption')).toHaveText(
      (await ada.locator('.twin-table caption').textContent()) ?? '',
    );
    expect(await rowsOf(max)).toEqual(await rowsOf(ada));
  });

  await test.step('a copied link names its days, so that it shows the same tomorrow', async () => {
    await ada.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await ada.getByRole('button', { name: 'Copy link' }).click();
    await expect(ada.getByRole('button', { name: 'Link copied' })).toBeVisible();
    const copied = await ada.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/period=dates&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d&interval=week/);
  });
});

test('keys, mouse and finger point at a day, and all its numbers are told', async ({ house }) => {
  const page = await house.enter(cast.vera);
  await page.goto('/trends?metric=adoption&period=12w');
  await lively(page);
  await slider(page).focus();
  const told = () => slider(page).getAttribute('aria-valuetext');
  const newest = await told();
  expect(newest).toMatch(/^\w+day \d+ \w+\. Adoption \d+\.\d%\. Using Enpass \/ assigned \d+ \/ \d+/);
  await page.keyboard.press('Home');
  const oldest = await told();
  expect(oldest).not.toBe(newest);
  await page.keyboard.press('ArrowRight');
  expect(await told()).not.toBe(oldest);
  await page.keyboard.press('ArrowLeft');
  expect(await told()).toBe(oldest);
  await page.keyboard.press('End');
  expect(await told()).toBe(newest);
  await page.keyboard.press('Escape');
  await expect(page.locator('.tip')).toBeHidden();

  await test.step('a gap tells its reason', async () => {
    const said: string[] = [];
    await page.keyboard.press('Home');
    for (let day = 0; day < 84; day++) {
      said.push((await told()) ?? '');
      await page.keyboard.press('ArrowRight');
    }
    expect(said.filter((words) => words.includes('No snapshot: token refused (401)'))).toHaveLength(3);
  });

  await test.step('the mouse', async () => {
    const box = await slider(page).boundingBox();
    if (box === null) throw new Error('nothing to point at');
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
    await expect(page.locator('.tip')).toContainText('Change');
    await page.mouse.move(box.x, box.y - 80);
    await expect(page.locator('.tip')).toBeHidden();
  });

  await test.step('the mouse finds the nearest day, beyond both ends too, and a hole as well', async () => {
    const box = await slider(page).boundingBox();
    const holes = (await page.locator('.chart-fitted .gap').getAttribute('d')) ?? '';
    const [, left, wide] = holes.match(/^M([\d.]+) [\d.]+h([\d.]+)/) ?? [];
    if (box === null || left === undefined) throw new Error('nothing to point at');
    const height = box.y + box.height / 2;
    for (const [x, words] of [
      [box.x + 2, oldest],
      [box.x + box.width - 2, newest],
      [box.x + Number(left) + Number(wide) / 2, /No snapshot: /],
    ] as const) {
      await page.mouse.move(x, height);
      await expect(slider(page)).toHaveAttribute('aria-valuetext', words ?? '');
    }
  });

  await test.step('what is pointed at stands out, upon the drawing', async () => {
    const seen = page.locator('.fitted canvas');
    const inked = () =>
      seen.evaluate((canvas: HTMLCanvasElement) => {
        const bare = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
        return canvas.toDataURL() !== bare.toDataURL();
      });
    await page.mouse.move(0, 0);
    await expect.poll(inked).toBe(false);
    await page.keyboard.press('Home');
    await expect.poll(inked).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(inked).toBe(false);
  });
});

test('without JavaScript the chart, its table and every choice are there', async ({ house }) => {
  const page = await house.enter(cast.vera, { javaScriptEnabled: false });
  await page.goto('/trends');
  await expect(page.getByRole('img', { name: /^Adoption, .* daily/ })).toBeVisible();
  expect(await rowsOf(page)).toHaveLength(84);
  await page.getByRole('link', { name: '26 weeks' }).click();
  await page.getByLabel('Previous period').uncheck();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/period=26w/);
  await expect(page.getByLabel('Previous period')).not.toBeChecked();
  await page.getByText('Dates', { exact: true }).click();
  const [from, to] = [dayAgo(40), dayAgo(30)];
  await page.getByLabel('From', { exact: true }).fill(from);
  await page.getByLabel('To', { exact: true }).fill(to);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${to}`));
  expect(await rowsOf(page)).toHaveLength(11);
  await page.getByText('Show as table').click();
  await expect(page.getByRole('table', { name: /^Adoption/ })).toBeVisible();
});

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
  expect(bytes.readUInt32BE(16)).toBe(Math.floor(box?.width ?? 0) + 48);

  const drawing = await picture(page, 'SVG');
  expect(drawing.suggestedFilename()).toMatch(/^trend-adoption-.*\.svg$/);
  const svg = await textOf(drawing);
  expect(svg).toMatch(/^<svg xmlns=.*Northwind Logistics.*no snapshots?:/s);
  expect(svg).toContain(`d="${await page.locator('.chart-fitted .ln.s1').first().getAttribute('d')}"`);
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

test('chart.js comes when somebody reaches for a point, not before', async ({ house }) => {
  const page = await house.enter(cast.vera);
  const fetched: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && fetched.push(request.url()));
  await page.goto('/trends', { waitUntil: 'networkidle' });
  await lively(page);
  const before = fetched.length;
  await slider(page).hover();
  await expect(page.locator('.tip')).toBeVisible();
  expect(fetched.length).toBeGreaterThan(before);
});

test('whoever may annotate does so from the day pointed at; others have no way to', async ({ house }) => {
  const max = await house.enter(cast.max);
  await max.goto('/trends');
  await lively(max);
  await slider(max).focus();
  await max.keyboard.press('Home');
  await max.keyboard.press('Enter');
  const way = max.getByRole('link', { name: /^Annotate \w+ \d+ \w+$/ });
  await expect(way).toHaveText(/\w/);
  await way.click();
  await expect(max.getByLabel('Day', { exact: true })).toHaveValue(dayAgo(83));
  await max.goto(`/trends?from=${dayAgo(20)}&to=${dayAgo(10)}`);
  await max.getByRole('link', { name: 'Annotate', exact: true }).click();
  await expect(max.getByLabel('Day', { exact: true })).toHaveValue(dayAgo(20));
  await expect(max.getByLabel('Last day')).toHaveValue(dayAgo(10));

  const vera = await house.enter(cast.vera);
  await vera.goto('/trends');
  await lively(vera);
  await slider(vera).click();
  await expect(vera.getByRole('link', { name: /^Annotate/ })).toHaveCount(0);
});

test('on a phone the numbers stand below the chart, and a finger moves them', async ({ house }) => {
  const page = await house.enter(cast.vera, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto('/trends');
  await lively(page);
  const before = (await page.locator('.tip').textContent()) ?? '';
  await slider(page).tap({ position: { x: 90, y: 150 } });
  await expect(page.locator('.tip')).not.toHaveText(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('an address that cannot be drawn says what is wrong, and leads on', async ({ house }) => {
  const page = await house.enter(cast.vera);
  for (const [query, words] of [
    ['metric=nonsense', /Metric “nonsense”: enter a metric of the list/],
    ['metric=adoption&metric=using_enpass', /Rates and counts have different scales/],
    ['from=2026-02-30&to=2026-03-01', /From “2026-02-30”/],
    ['from=2026-03-02&to=2026-03-01', /To “2026-03-01”/],
    ['from=1900-01-01&to=2900-01-01', /at most 100 years/],
    ['period=dates', /From: Choose both days/],
    ['show=everything', /Show “everything”/],
    ['page=<script>', /page “<script>”: is not known here/],
  ] as const) {
    const answer = await page.goto(`/trends?${query}`);
    expect(answer?.status(), query).toBe(404);
    await expect(page.getByRole('main'), query).toContainText(words);
  }
  await page.getByRole('link', { name: 'Show adoption, the last 12 weeks' }).click();
  await expect(page.getByRole('region', { name: 'Adoption over time' })).toBeVisible();
});

type Saved = { createReadStream(): Promise<NodeJS.ReadableStream> };

async function bytesOf(saved: Saved): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await saved.createReadStream()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const textOf = async (saved: Saved): Promise<string> => (await bytesOf(saved)).toString('utf8');
