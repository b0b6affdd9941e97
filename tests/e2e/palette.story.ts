import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { faultsOf, widerThanWindow } from './parts/judge-page';
import { outsideWindow } from './parts/layout';
import { field, path as weekPath } from './parts/review-page';
import { expect, test } from './stories';

const combobox = (page: Page) => page.getByRole('combobox', { name: 'Go to' });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

test('a place is gone to by typing, without a mouse, and the focus returns', async ({ house }) => {
  const page = await house.enter(cast.ada);
  await page.goto('/');
  await page.getByRole('link', { name: 'Runs' }).first().focus();
  await page.keyboard.press('Control+k');
  await expect(combobox(page)).toBeFocused();
  await expect(option(page, 'Overview')).toHaveAttribute('aria-selected', 'true');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'Trends')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(combobox(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Runs' }).first()).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('extension');
  await expect(page.getByRole('group', { name: 'Trends' }).getByRole('option').first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/trends\?metric=/);
  await expect(combobox(page)).toHaveCount(0);
});

test('definitions, weeks and settings are found, and only what a role may see', async ({ house }) => {
  const page = await house.enter(cast.ada);
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await combobox(page).fill('drop-off');
  await option(page, /Biggest drop-off/).click();
  await expect(page).toHaveURL(/\/methodology#drop-off$/);
  await expect(page.locator('#drop-off')).toBeInViewport();
  await page.keyboard.press('Control+k');
  await combobox(page).fill('token');
  await expect(option(page, /Enpass connection/)).toBeVisible();

  const vera = await house.enter(cast.vera);
  await vera.goto('/');
  await vera.keyboard.press('Control+k');
  await combobox(vera).fill('enpass connection');
  await expect(vera.getByText('Nothing is called “enpass connection”.')).toBeVisible();
  await combobox(vera).fill('people');
  await expect(vera.getByRole('group', { name: 'Settings' })).toHaveCount(0);
});

test('the palette is loaded with its key, not before', async ({ house }) => {
  const page = await house.enter(cast.vera);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(asked).not.toContain('/places');
  const before = asked.length;
  await page.keyboard.press('Control+k');
  await expect(option(page, 'Overview')).toBeVisible();
  expect(asked.slice(before).filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
  expect(asked).toContain('/places');
});

test('a server that is away is said, and asked again', async ({ house }) => {
  const page = await house.enter(cast.vera);
  await page.goto('/');
  await page.route('**/places', (route) => route.abort(), { times: 1 });
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(option(page, 'Overview')).toBeVisible();
});

test('a phone opens it from the menu, and the focus goes back to the menu', async ({ house }) => {
  const page = await house.enter(cast.ada, { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });
  await page.goto('/');
  await page.getByText('More', { exact: true }).tap();
  await page.getByRole('button', { name: 'Go to' }).tap();
  await expect(option(page, 'Overview')).toBeVisible();
  expect(await outsideWindow(page)).toEqual([]);
  expect(await widerThanWindow(page)).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).tap();
  await expect(page.locator('summary').filter({ hasText: 'More' })).toBeFocused();
  await page.getByText('More', { exact: true }).tap();
  await page.getByRole('button', { name: 'Go to' }).tap();
  await option(page, 'Compare').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare');
});

test('a question mark lists the keys, never while one writes, and can be turned off', async ({ build }) => {
  const { enter } = await build({ days: 20 });
  const page = await enter(cast.max);
  await page.goto(weekPath);
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await field(page, 'Why').press('?');
  await expect(keys).toHaveCount(0);
  await expect(field(page, 'Why')).toHaveValue(/\?$/);
  await field(page, 'Why').fill('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(keys).toContainText('Go to a page');
  expect(await faultsOf(page)).toEqual([]);
  await keys.getByLabel('The key ? opens this list').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(combobox(page)).toBeFocused();
});
