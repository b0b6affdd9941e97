import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { dayAgo } from './parts/day-ago';
import { expect, type House, test } from './stories';

test('two days stand side by side, and a gap names the day that stands for it', async ({ house }) => {
  const page = await house.enter(cast.max, { javaScriptEnabled: false });
  await page.goto('/compare');
  const adoption = page.getByRole('table', { name: /^Rates/ }).getByRole('row', { name: /^Adoption/ });
  await expect(adoption).toContainText(/points: [+−]?\d+\.\d from .* users?, [+−]?\d+\.\d from .* assigned licences?/);
  await page.getByRole('navigation', { name: 'Today against' }).getByRole('link', { name: '4 weeks ago' }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);

  const gap = await gapDay(house, page);
  await page.getByLabel('First day').fill(gap);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('main')).toContainText(/has no snapshot; \w+ \d+ \w+ stands for it/);
});

test('two days in the wrong order are refused, with a way to swap them', async ({ house }) => {
  const page = await house.enter(cast.max);
  const [early, late] = [dayAgo(9), dayAgo(2)];
  const answer = await page.goto(`/compare?from=${late}&to=${early}`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Swap the two days' }).click();
  await expect(page.getByRole('table', { name: /^Rates/ })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`from=${early}&to=${late}$`));
});

test('a day that no calendar has is refused with what to enter, and a way that leads on', async ({ house }) => {
  const page = await house.enter(cast.max);
  expect((await page.goto('/compare?from=2026-02-30&to=2026-01-01'))?.status()).toBe(404);
  await expect(page.getByRole('main')).toContainText('First day “2026-02-30”: enter a day like 2026-02-27.');
  await page.getByRole('link', { name: 'Compare the newest with a week before' }).click();
  await expect(page.getByRole('table', { name: /^Rates/ })).toBeVisible();
  expect((await page.goto('/compare?to=2026-13-45'))?.status()).toBe(404);
});

/** A day of the past without a snapshot, as the API lists it. */
async function gapDay({ app }: House, page: Page): Promise<string> {
  const answer = await page.request.get(`${app.url}/api/v1/snapshots?from=${dayAgo(60)}`);
  const { gaps } = (await answer.json()) as { gaps: { day: string }[] };
  const [first] = gaps;
  if (!first) throw new Error('the demo history has gaps');
  return first.day;
}
