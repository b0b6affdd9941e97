import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { dayAgo } from './parts/day-ago';
import { lively, rowsOf, slider } from './parts/trend-page';
import { expect, test } from './stories';

const daysOf = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
};

test('an analyst zooms, pins, compares, annotates and shares', async ({ house }) => {
  const max = await house.enter(cast.max);
  await max.goto('/');
  await max.locator('.figure').getByRole('link').click();
  await expect(max).toHaveURL(/metric=adoption&period=26w/);
  await lively(max);
  const whole = max.url();
  const box = await slider(max).boundingBox();
  if (box === null) throw new Error('nothing to drag over');
  const y = box.y + box.height / 2;

  await test.step('Escape gives a drag up', async () => {
    await max.mouse.move(box.x + box.width * 0.3, y);
    await max.mouse.down();
    await max.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
    await expect(max.locator('.chosen')).toBeVisible();
    await max.keyboard.press('Escape');
    await expect(max.locator('.chosen')).toHaveCount(0);
    await max.mouse.up();
    expect(max.url()).toBe(whole);
    await expect(max.locator('.picked')).toHaveCount(0);
  });

  await test.step('dragging zooms, the days follow, the back button returns', async () => {
    await max.mouse.move(box.x + box.width * 0.3, y);
    await max.mouse.down();
    await max.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
    await max.mouse.up();
    await expect(max).toHaveURL(/period=dates/);
    const { from, to } = daysOf(max);
    expect(await rowsOf(max)).toHaveLength(1 + (Date.parse(to) - Date.parse(from)) / 86_400_000);
    await max.goBack();
    await expect(max).toHaveURL(whole);
  });

  await test.step('so do keys: Shift with arrows, then Enter', async () => {
    await lively(max);
    await slider(max).focus();
    await max.keyboard.press('Home');
    for (let day = 0; day < 20; day++) await max.keyboard.press('Shift+ArrowRight');
    await expect(slider(max)).toHaveAttribute('aria-valuetext', /chosen, Enter zooms$/);
    await max.keyboard.press('Enter');
    await expect(max).toHaveURL(new RegExp(`from=${dayAgo(181)}&to=${dayAgo(161)}`));
    await max.goBack();
  });

  await test.step('a pinned day is compared from, and annotated', async () => {
    await max.goto(`/trends?metric=usage&period=dates&from=${dayAgo(30)}&to=${dayAgo(0)}`);
    await lively(max);
    await slider(max).focus();
    await max.keyboard.press('Home');
    await max.keyboard.press('Enter');
    await max.getByRole('link', { name: /^Compare .* with / }).click();
    await expect(max).toHaveURL(new RegExp(`/compare\\?from=${dayAgo(30)}&to=${dayAgo(0)}`));
    await max.goBack();
    await lively(max);
    await slider(max).focus();
    await max.keyboard.press('Home');
    await max.keyboard.press('Enter');
    await max.getByRole('link', { name: /^Annotate \w+ \d+ \w+$/ }).click();
    await max.getByLabel('What happened').fill('Lunch session in Łódź');
    await max.getByRole('button', { name: 'Add' }).click();
    await expect(max.getByText('“Lunch session in Łódź” is added.')).toBeVisible();
    await max.goto(`/trends?metric=usage&period=dates&from=${dayAgo(40)}&to=${dayAgo(20)}`);
    await expect(max.locator('.chart-fitted')).toContainText('Lunch session in Łódź');
  });

  await test.step('and shares the view with all', async () => {
    await max.goto('/trends?metric=usage&metric=adoption&period=26w&show=line&show=target');
    await max.getByText('Views', { exact: true }).click();
    await max.getByRole('link', { name: 'Save this view' }).click();
    await max.getByLabel('Name').fill('Usage beside adoption');
    await max.getByRole('checkbox', { name: 'For all' }).check();
    await max.getByRole('button', { name: 'Save view' }).click();
    await expect(max.getByText('“Usage beside adoption” is saved.')).toBeVisible();
    await max.getByRole('button', { name: 'Open Trends with it: Usage beside adoption' }).click();
    await expect(max.getByText('Trends opens with it')).toBeVisible();

    const vera = await house.enter(cast.vera);
    await vera.goto('/trends');
    await expect(vera.getByRole('region', { name: 'Usage, Adoption over time' })).toBeVisible();
    await expect(vera.getByLabel('Annotations')).not.toBeChecked();
    await expect(vera.getByText('View: Usage beside adoption')).toBeVisible();
    await vera.goto('/trends/views');
    await expect(vera.getByRole('link', { name: 'Usage beside adoption' })).toBeVisible();
    await expect(vera.getByText('Delete')).toHaveCount(0);
  });

  await test.step('renames it, and deletes it after being asked', async () => {
    await max.goto('/trends/views');
    await max.getByText('Rename', { exact: true }).click();
    await max.getByLabel('New name').fill('Both');
    await max.getByRole('button', { name: 'Save name' }).click();
    await expect(max.getByRole('link', { name: 'Both', exact: true })).toBeVisible();
    await max.getByText('Delete', { exact: true }).click();
    await max.getByRole('button', { name: 'Delete for good' }).click();
    await expect(max.getByRole('link', { name: 'Both', exact: true })).toHaveCount(0);
    await max.goto('/trends');
    await expect(max.getByRole('region', { name: 'Adoption over time' })).toBeVisible();
  });
});

test('over the forecast its low, middle and high are told', async ({ house }) => {
  const max = await house.enter(cast.max);
  await max.goto('/targets');
  await max.getByLabel('Value').fill('97');
  await max.getByLabel('By').fill(dayAgo(-30));
  await max.getByRole('button', { name: 'Set target' }).click();
  await expect(max.getByText('Adoption 97% is set.')).toBeVisible();
  const page = await house.enter(cast.vera);
  await page.goto('/trends?metric=adoption&period=12w');
  await lively(page);
  await slider(page).focus();
  await page.keyboard.press('End');
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    /Forecast\. Adoption \d+\.\d%\. Range, low to high \d+\.\d% to \d+\.\d%$/,
  );
});

test('the list of metrics is searched by key, stays open, and keeps the layers', async ({ house }) => {
  const page = await house.enter(cast.vera);
  await page.goto('/trends?metric=adoption&period=12w');
  await page.getByText('Add a rate').click();
  const search = page.getByRole('searchbox', { name: 'Find a metric' });
  await search.fill('usag');
  await expect(page.locator('.adds').getByRole('link')).toHaveCount(2);
  await search.press('Enter');
  await expect(page.getByRole('region', { name: 'Adoption, Usage over time' })).toBeVisible();
  await expect(search).toBeFocused();
  await search.fill('nothing like it');
  await expect(page.getByText('No metric is called that.')).toBeVisible();
  await search.fill('');
  await expect(page).toHaveURL(/show=previous&show=target&show=forecast&show=annotations/);
  for (const layer of ['Annotations', 'Previous period']) await expect(page.getByLabel(layer)).toBeChecked();
  await search.press('Escape');
  await expect(search).toBeHidden();
});

test('a finger zooms in two steps and still scrolls', async ({ house }) => {
  const page = await house.enter(cast.vera, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto('/trends?metric=adoption&period=12w&show=line');
  await lively(page);
  await slider(page).tap({ position: { x: 90, y: 150 } });
  await page.getByRole('button', { name: 'Zoom from here' }).tap();
  await slider(page).tap({ position: { x: 220, y: 150 } });
  await expect(page).toHaveURL(/period=dates/);
  expect(await slider(page).evaluate((element) => getComputedStyle(element).touchAction)).toBe('pan-y');
});
