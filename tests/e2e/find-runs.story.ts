import { cast } from '../../demo/cast';
import { expect, test } from './stories';

test('ops finds last winter’s failures: by filter, by calendar, down to a single request', async ({ build }) => {
  const { enter, app } = await build({ days: 400 });
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const history = page.getByRole('region', { name: 'Run history' });
  await history.getByLabel('Result').selectOption('failed');
  await history.getByLabel('Cause').selectOption('unreachable');
  await history.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/outcome=failed.*kind=unreachable/);
  await expect(history.getByText('Only failed, Enpass unreachable.')).toBeVisible();
  const rows = history.getByRole('row').filter({ hasText: 'Failed' });
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  await page.goto(page.url());
  await expect(rows).toHaveCount(found);

  await rows.first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Run of');
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('ECONNRESET');
  const attempts = page.getByRole('region', { name: 'Attempts' });
  await expect(attempts.getByRole('row')).toHaveCount(5);
  await expect(attempts.getByRole('row').last()).toContainText('no answer');
  await page.getByRole('link', { name: 'Run before' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Run of');
  await page.getByRole('link', { name: 'Run after' }).click();
  await expect(result).toContainText('ECONNRESET');

  await page.goto('/runs');
  await page.getByRole('link', { name: 'All gaps, by year' }).click();
  await expect(page).toHaveURL(/\/runs\/days#gaps$/);
  const years = page.getByRole('navigation', { name: 'Years' });
  await years.getByRole('link').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Captured days of \d{4}/);
  await years.getByRole('link').first().click();
  await page
    .getByRole('link', { name: /no snapshot, Enpass unreachable/ })
    .first()
    .click();
  await expect(history.getByText(/^Only on \d+ \w+ \d{4}\.$/)).toBeVisible();
  // Tried until midnight.
  await expect(history.getByRole('row').filter({ hasText: 'Failed' }).nth(4)).toBeVisible();
  expect(app.output()).not.toContain('"level":"error"');
});

test('a filter that finds nothing says what it looked for, and one that makes no sense says why', async ({ house }) => {
  const page = await house.enter(cast.olga);
  await page.goto('/runs?outcome=failed&by=cli');
  const history = page.getByRole('region', { name: 'Run history' });
  await expect(history).toContainText('Failed, by command: there was none.');
  await history.getByRole('link', { name: 'All runs' }).click();
  await expect(history.getByRole('row').nth(3)).toBeVisible();
  expect((await page.goto('/runs?from=2026-02-30'))?.status()).toBe(404);
  await expect(page.getByRole('main')).toContainText('From “2026-02-30”: enter a day');
});

test('in forced colours no two states of the calendar look alike', async ({ build }) => {
  const { enter } = await build({ days: 60 });
  const page = await enter(cast.olga, { forcedColors: 'active' });
  await page.goto('/runs');
  const looks = await page.getByRole('region', { name: 'Captured days' }).evaluate((panel) => {
    const classes = ['d', 'd hand', 'd imported', 'd miss', 'd future', 'd before'];
    const grid = panel.querySelector('.cal');
    return classes.map((name) => {
      const cell = document.createElement('span');
      cell.className = name;
      cell.textContent = '7';
      grid?.append(cell);
      const { borderTopStyle, borderTopWidth, borderBottomStyle, borderBottomWidth } = getComputedStyle(cell);
      cell.remove();
      return [borderTopStyle, borderTopWidth, borderBottomStyle, borderBottomWidth].join(' ');
    });
  });
  expect(new Set(looks).size).toBe(looks.length);
});
