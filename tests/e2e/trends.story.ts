import { cast } from '../../demo/cast';
import { dayAgo } from './parts/day-ago';
import { lively, rowsOf } from './parts/trend-page';
import { expect, test } from './stories';

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
    // The list stays open while one picks from it.
    await ada.getByRole('searchbox', { name: 'Find a metric' }).fill('adop');
    await ada.keyboard.press('Enter');
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

test('a choice that is not possible says why, and older weeks are a link that opens the table', async ({ house }) => {
  const page = await house.enter(cast.vera);
  await page.goto(`/trends?period=dates&from=2020-01-01&to=${dayAgo(1)}`);
  const points = page.getByRole('navigation', { name: 'Points' });
  await expect(points).toContainText('Daily: up to 400 days');
  await expect(points.getByRole('link', { name: /Daily/ })).toHaveCount(0);
  await page.goto('/trends?period=26w');
  const table = page.getByRole('region', { name: /^Table: / });
  await page.getByRole('link', { name: /older weeks? in the table/ }).click();
  await expect(table).toBeInViewport();
  await expect(page.locator('.twin details')).toHaveAttribute('open');
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
