import type { Page } from '@playwright/test';
import { cast, castPassword } from '../../demo/cast';
import { lastWeek } from './parts/last-week';
import { expect, test } from './stories';

/** Presses Tab until this has the focus; each stop on the way must show it. */
async function tabTo(page: Page, name: string | RegExp, role: 'link' | 'button' | 'textbox' = 'link'): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press('Tab');
    expect(await focusShows(page), 'the focus is visible').toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

const focusShows = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return true;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });

test('sign-in, navigation, refresh and menu need no mouse', async ({ build }) => {
  const { visit } = await build({ days: 2 });
  const page = await visit();
  await page.goto('/runs');

  await test.step('sign-in', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await tabTo(page, 'E-mail', 'textbox');
    await page.keyboard.type(cast.olga.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(castPassword);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runs');
  });

  await test.step('the skip link leads into the page', async () => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('navigation', async () => {
    await page.goto('/');
    await tabTo(page, 'Runs');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runs');
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Runs' })).toBeFocused();
  });

  await test.step('refresh', async () => {
    await page.goto('/runs');
    await tabTo(page, 'Refresh now', 'button');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Refresh done' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Refresh now' })).toBeFocused();
  });

  await test.step('the menu opens, closes with Escape and gives the focus back', async () => {
    const menu = page.locator('summary', { hasText: cast.olga.name });
    await page.keyboard.press('Tab');
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden();
    await expect(menu).toBeFocused();
  });

  await test.step('sign-out', async () => {
    await page.keyboard.press('Enter');
    await tabTo(page, 'Sign out', 'button');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test('a calendar of many days is one stop for whoever goes on', async ({ house }) => {
  const page = await house.enter(cast.olga);
  await page.goto('/runs');
  await tabTo(page, 'Past the calendar, to the run history');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Result')).toBeFocused();
  await page.goto('/runs/days');
  await tabTo(page, 'Past the calendar, to the gaps');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(
    page
      .getByRole('region', { name: /^Gaps of/ })
      .getByRole('link')
      .first(),
  ).toBeFocused();
});

test('after a link that is gone, Tab goes on in the page it led to', async ({ house }) => {
  const page = await house.enter(cast.max);
  await page.goto('/weeks');
  const week = page.locator(`a[href="/weeks/${lastWeek}"]`);
  await week.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'All weeks' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();

  await page.getByRole('link', { name: 'All weeks' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weekly');
  await expect(page.getByRole('main')).toBeFocused();
  const { outlineStyle } = await page.getByRole('main').evaluate((main) => ({ ...getComputedStyle(main) }));
  expect(outlineStyle, 'no ring for who uses a mouse').toBe('none');
});
