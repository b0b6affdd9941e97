import { cast } from '../../demo/cast';
import { dayAgo } from './parts/day-ago';
import { lively, slider } from './parts/trend-page';
import { expect, test } from './stories';

test('keys, mouse and finger point at a day, and all its numbers are told', async ({ house }) => {
  const page = await house.enter(cast.vera);
  // Without what lies ahead, so that the newest day is the last place.
  await page.goto('/trends?metric=adoption&period=12w&show=line&show=previous');
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
    expect(said.filter((words) => words.includes('No snapshot: token refused (401)'))).toHaveLength(2);
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
