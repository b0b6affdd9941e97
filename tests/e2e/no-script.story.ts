import { cast, castPassword } from '../../demo/cast';
import { trySignIn } from './parts/sign-in';
import { expect, test } from './stories';

const withoutScript = { javaScriptEnabled: false };

test('everything with a form works without JavaScript', async ({ build }) => {
  const { enter, visit } = await build({ days: 2 });

  await test.step('sign-in, wrong and right', async () => {
    const page = await visit(withoutScript);
    await trySignIn(page, { email: cast.ada.email, password: 'not the passphrase' });
    await expect(page.getByRole('main').getByRole('alert')).toContainText('E-mail or password is wrong');
    await expect(page.getByLabel('E-mail')).toHaveValue(cast.ada.email);
    await trySignIn(page, { email: cast.ada.email, password: castPassword });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  });

  const page = await enter(cast.ada, withoutScript);
  await test.step('refresh', async () => {
    await page.goto('/runs');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(async () => {
      await page.goto('/runs');
      const latest = page
        .getByRole('table', { name: /Run history/ })
        .getByRole('row')
        .nth(1);
      await expect(latest).toContainText('Ada Brandt, by hand', { timeout: 200 });
      await expect(latest).toContainText('Succeeded', { timeout: 200 });
    }).toPass();
  });

  await test.step('settings', async () => {
    await page.goto('/settings');
    await page.getByLabel('Name').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Name').fill('Southwind Logistics');
    await page.getByLabel('Time zone').selectOption('America/New_York');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await expect(page.getByRole('banner')).toContainText('Southwind Logistics');
    await expect(page.getByLabel('Time zone')).toHaveValue('America/New_York');
  });

  await test.step('connection test', async () => {
    await page.goto('/settings/connection');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByRole('region', { name: 'Test connection' })).toContainText('17 counts present');
  });

  await test.step('an API token, revoked again', async () => {
    await page.goto('/account');
    await page.getByLabel('Name of the new token').fill('Script');
    await page.getByRole('button', { name: 'Make a token' }).click();
    expect(await page.getByLabel('“Script” is made.').inputValue()).toMatch(/^ea_/);
    await page.goto('/account');
    await page.getByText('Revoke', { exact: true }).click();
    await page.getByRole('button', { name: 'Revoke for good' }).click();
    await expect(page.getByRole('row', { name: /Script/ })).toHaveCount(0);
  });

  await test.step('light and dark, and sign-out', async () => {
    await page.goto('/');
    await page.getByLabel('Ada Brandt, Admin').click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByLabel('Ada Brandt, Admin').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

const refusals = [
  { as: cast.ada, path: '/no-such-page', status: 404, title: 'This page is not there' },
  { as: cast.ada, path: '/weeks/2026-W60', status: 404, title: 'No such week' },
  { as: cast.ada, path: '/targets/none', status: 404, title: 'There is nothing here' },
  { as: cast.ada, path: '/trends?metric=nonsense', status: 404, title: 'Trends' },
  { as: cast.vera, path: '/runs', status: 403, title: 'This page is not for your role' },
  { as: cast.vera, path: '/settings', status: 403, title: 'This page is not for your role' },
  { as: cast.vera, path: '/settings/people', status: 403, title: 'This page is not for your role' },
  { as: null, path: '/invitation/a-token-that-never-was', status: 404, title: 'This link is over' },
] as const;

test('a refusal is read without JavaScript, under its own status', async ({ house }) => {
  for (const { as, path, status, title } of refusals) {
    const page = await (as === null ? house.visit(withoutScript) : house.enter(as, withoutScript));
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(status);
    expect(await page.getByRole('heading', { level: 1 }).allTextContents(), path).toEqual([title]);
    await expect(page.getByRole('main').getByRole('link').first(), path).toBeVisible();
  }
});
