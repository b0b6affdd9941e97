import { cast } from '../support/cast';
import { lastWeek } from './parts/last-week';
import { expect, test } from './stories';

const path = `/weeks/${lastWeek}`;

test('whoever follows a link while typing finds every word again', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await page.goto(path);
  await page.getByLabel('Why', { exact: true }).fill('In the middle of');
  await page.getByRole('link', { name: 'Trends' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trends');
  await page.goto(path);
  await expect(page.getByLabel('Why', { exact: true })).toHaveValue('In the middle of');
});

test('what cannot be saved yet is not left behind unasked', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await page.goto(path);
  const why = page.getByLabel('Why', { exact: true });
  await why.fill('x'.repeat(5_000));
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const pressed = page.getByRole('link', { name: 'Trends' }).first().click({ noWaitAfter: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await pressed;
  await expect(why).toHaveValue('x'.repeat(5_000));
});
