import type { BrowserContextOptions, Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { faultsOf, widerThanWindow } from './parts/judge-page';
import { cutTexts, outsideWindow, overlaps, sidewaysAreas, spaceText } from './parts/layout';
import { type Sight, sights } from './parts/pages';
import { lively } from './parts/trend-page';
import { expect, type House, test } from './stories';

const windows = {
  '320 by 256, which is 1280 by 1024 at 400 %': { width: 320, height: 256 },
  'a phone': { width: 390, height: 844 },
  'a small tablet': { width: 768, height: 1024 },
};

const everyPage = async (
  house: House,
  options: BrowserContextOptions,
  judge: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  // Dozens of pages, each drawn and judged: more than a story's minute on a slow machine.
  test.setTimeout(240_000);
  for (const as of ['nobody', 'viewer', 'admin'] as const) {
    const page = await enterAs(house, as, options);
    for (const { path } of sights.filter((sight) => sight.as === as)) {
      await page.goto(path);
      await judge(page, `${path} as ${as}`);
    }
  }
};

const enterAs = (house: House, as: Sight['as'], options: BrowserContextOptions): Promise<Page> =>
  as === 'nobody' ? house.visit(options) : house.enter(as === 'admin' ? cast.ada : cast.vera, options);

for (const [name, viewport] of Object.entries(windows)) {
  test(`nothing scrolls sideways and nothing lies outside the window at ${name}`, async ({ house }) => {
    await everyPage(house, { viewport }, async (page, where) => {
      expect.soft(await widerThanWindow(page), `pixels too wide on ${where}`).toBe(0);
      expect.soft(await outsideWindow(page), `outside the window on ${where}`).toEqual([]);
      expect.soft(await sidewaysAreas(page), `scrolls by itself on ${where}`).toEqual([]);
    });
  });
}

test('in a low window the bars leave with the page', async ({ house }) => {
  const page = await house.enter(cast.ada, { viewport: { width: 320, height: 256 } });
  for (const path of ['/', '/trends', '/weeks', '/runs']) {
    await page.goto(path);
    await page.evaluate(() => window.scrollTo(0, 600));
    await expect(page.getByRole('banner')).not.toBeInViewport();
    await expect(page.getByRole('navigation', { name: 'Main' })).not.toBeInViewport();
  }
  await page.goto('/');
  await page.getByText('More', { exact: true }).click();
  expect(await outsideWindow(page)).toEqual([]);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Account and sessions' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
});

for (const width of [320, 360, 390, 600, 768, 1024, 1440]) {
  test(`menus stay inside a window of ${width} pixels`, async ({ house }) => {
    const page = await house.enter(cast.ada, { viewport: { width, height: 900 } });
    let opened = 0;
    for (const path of ['/trends', '/compare', '/weeks', '/runs']) {
      await page.goto(path);
      const menus = page.locator('details:is(.menu, .more) > summary:visible');
      for (let at = 0; at < (await menus.count()); at++) {
        await menus.nth(at).click();
        opened += 1;
        const name = `${await menus.nth(at).textContent()} on ${path}`;
        expect.soft(await outsideWindow(page), name).toEqual([]);
        expect.soft(await widerThanWindow(page), name).toBe(0);
        await page.keyboard.press('Escape');
      }
    }
    expect(opened).toBeGreaterThan(7);
  });
}

for (const width of [320, 1280]) {
  test(`with more space in texts nothing overlaps and nothing is cut off at ${width} pixels`, async ({ house }) => {
    await everyPage(house, { viewport: { width, height: 900 }, bypassCSP: true }, async (page, where) => {
      await spaceText(page);
      expect.soft(await overlaps(page), `texts over texts on ${where}`).toEqual([]);
      expect.soft(await cutTexts(page), `texts cut off on ${where}`).toEqual([]);
      expect.soft(await widerThanWindow(page), `pixels too wide on ${where}`).toBe(0);
    });
  });
}

test('in forced colours each state of the calendar has a look of its own, and what is chosen can be told', async ({
  house,
}) => {
  const page = await house.enter(cast.ada, { forcedColors: 'active' });
  await page.goto('/runs');
  const looks = await page.locator('.keys .cal > *').evaluateAll((days) =>
    days.map((day) => {
      const { borderStyle, borderWidth, outlineStyle, textDecorationLine } = getComputedStyle(day);
      const after = getComputedStyle(day, '::after');
      const signs = [day.querySelector('svg') !== null, after.content, after.borderStyle];
      return [borderStyle, borderWidth, outlineStyle, textDecorationLine, ...signs].join(' ');
    }),
  );
  expect(looks.length).toBeGreaterThan(4);
  expect(new Set(looks).size).toBe(looks.length);
  await page.goto('/trends');
  await lively(page);
  for (const chosen of [
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Trends' }),
    page.getByRole('navigation', { name: 'Period' }).locator('[aria-current]'),
  ]) {
    const [own, other] = await chosen.evaluate((element) => {
      const beside = element.closest('ul, nav')?.querySelector('a:not([aria-current])') ?? element;
      return [element, beside].map((one) => {
        const { backgroundColor, outlineStyle, borderStyle } = getComputedStyle(one);
        return `${backgroundColor} ${outlineStyle} ${borderStyle}`;
      });
    });
    expect(own).not.toBe(other);
  }
});

test('every page is accessible in a narrow window, in dark', async ({ house }) => {
  // axe alone takes a second a page on a slow machine.
  test.slow();
  await everyPage(house, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }, async (page, where) => {
    expect.soft(await faultsOf(page), `what axe finds on ${where}`).toEqual([]);
  });
});

test('on a phone the answer to a press is seen without searching for it', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const page = await enter(cast.ada, { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
  await page.goto('/settings/connection');
  await page.getByRole('button', { name: 'Test connection' }).tap();
  await expect(page.getByText('A test reads once')).toBeAttached();
  await expect(page.getByText('17 counts present')).toBeInViewport();
  await page.goto('/runs');
  const rows = Array.from({ length: 25 }, (_, at) => `2020-01-${String(at + 1).padStart(2, '0')},${at}`);
  const buffer = Buffer.from(['day,using_enpass', ...rows].join('\n'));
  await page.getByLabel('File').setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check the file' }).tap();
  await expect(page.getByText('25 days would be added.')).toBeInViewport();
});
