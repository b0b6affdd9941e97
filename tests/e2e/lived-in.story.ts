import type { BrowserContextOptions, Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { faultsOf, widerThanWindow } from './parts/judge-page';
import { outsideWindow, overlaps, spaceText } from './parts/layout';
import { livedPages } from './parts/lived-pages';
import { expect, type House, test } from './stories';

const year = { days: 400, lived: true };

async function holds(page: Page, where: string): Promise<void> {
  expect.soft(await faultsOf(page), `what axe finds on ${where}`).toEqual([]);
  expect.soft(await widerThanWindow(page), `pixels too wide on ${where}`).toBe(0);
  expect.soft(await outsideWindow(page), `outside the window on ${where}`).toEqual([]);
}

const looks: Record<string, BrowserContextOptions> = {
  'light on a desk': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'dark at 320 pixels': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
};

for (const [name, look] of Object.entries(looks)) {
  test(`pages of a year, and what opens on them, are accessible and fit, ${name}`, async ({ build }) => {
    // Two dozen pages and what opens on each: more than a story's minute on a slow machine.
    test.setTimeout(480_000);
    const house = await build(year);
    await saveView(house);
    const page = await house.enter(cast.ada, look);
    const opened = new Set<string>();
    for (const path of await livedPages(page)) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await holds(page, path);
      await openEach(page, path, opened);
    }
    expect(opened.size).toBeGreaterThan(10);
  });
}

/** Menus, questions before something is done, and lists that open: each kind once. */
async function openEach(page: Page, path: string, opened: Set<string>): Promise<void> {
  const all = page.locator('summary:visible');
  for (let at = 0; at < (await all.count()); at++) {
    const one = all.nth(at);
    const words = (await one.textContent())?.trim() ?? '';
    if (opened.has(words)) continue;
    opened.add(words);
    const wasOpen = await one.evaluate((summary) => summary.parentElement?.hasAttribute('open'));
    if (!wasOpen) await one.click();
    await holds(page, `“${words}” open on ${path}`);
    if (!wasOpen) await one.evaluate((summary) => summary.parentElement?.removeAttribute('open'));
  }
}

async function saveView({ enter }: House): Promise<void> {
  const page = await enter(cast.max);
  await page.goto('/trends?metric=usage&period=52w');
  await page.getByText('Views', { exact: true }).click();
  await page.getByRole('link', { name: 'Save this view' }).click();
  await page.getByLabel('Name').fill('Usage of a year');
  await page.getByRole('checkbox', { name: 'For all' }).check();
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText('“Usage of a year” is saved.')).toBeVisible();
}

test('with more space in texts nothing of a year scrolls sideways at 320 pixels', async ({ build }) => {
  test.setTimeout(240_000);
  const { enter } = await build(year);
  const page = await enter(cast.ada, { viewport: { width: 320, height: 900 }, bypassCSP: true });
  for (const path of await livedPages(page)) {
    await page.goto(path);
    await spaceText(page);
    expect.soft(await widerThanWindow(page), `pixels too wide on ${path}`).toBe(0);
    expect.soft(await overlaps(page), `texts over texts on ${path}`).toEqual([]);
  }
});

test('the overview of a year is seen without scrolling on a desk', async ({ build }) => {
  const { enter } = await build(year);
  const page = await enter(cast.max, { viewport: { width: 1440, height: 900 } });
  await page.goto('/');
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
});
