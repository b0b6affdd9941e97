import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { expect, test } from './stories';

async function makeToken(page: Page, { name, scope }: { name: string; scope: string }): Promise<string> {
  await page.goto('/account');
  await page.getByLabel('Name of the new token').fill(name);
  await page.getByLabel('It may').selectOption(scope);
  await page.getByRole('button', { name: 'Make a token' }).click();
  return page.getByLabel(`“${name}” is made.`).inputValue();
}

test('a token from the account page does what its scope and its owner may, until it is revoked', async ({ build }) => {
  const { app, enter } = await build({ days: 2 });
  const [olga, vera] = [await enter(cast.olga), await enter(cast.vera)];
  const asks = async (token: string, method: string, path: string) => {
    const answer = await fetch(app.url + path, { method, headers: { Authorization: `Bearer ${token}` } });
    return answer.status;
  };

  const reading = await makeToken(olga, { name: 'Reading', scope: 'read' });
  expect(reading).toMatch(/^ea_/);
  expect(await asks(reading, 'GET', '/api/v1/runs')).toBe(200);
  expect(await asks(reading, 'POST', '/api/v1/refresh')).toBe(403);
  const refreshing = await makeToken(olga, { name: 'Refreshing', scope: 'refresh' });
  expect(await asks(refreshing, 'POST', '/api/v1/refresh')).toBe(200);
  expect(await asks(refreshing, 'GET', '/api/v1/connection')).toBe(403);
  const viewing = await makeToken(vera, { name: 'Viewing', scope: 'write' });
  expect(await asks(viewing, 'GET', '/api/v1/snapshots')).toBe(200);
  expect(await asks(viewing, 'GET', '/api/v1/runs')).toBe(403);
  expect(await asks(viewing, 'POST', '/api/v1/refresh')).toBe(403);

  await olga.reload();
  await expect(olga.locator('body')).not.toContainText(refreshing);
  await olga.getByRole('link', { name: 'What the API answers' }).click();
  await expect(olga.getByRole('heading', { level: 1 })).toHaveText('API');
  await olga.goBack();
  const row = olga.getByRole('row', { name: /Refreshing/ });
  await expect(row).toContainText(`…${refreshing.slice(-4)}`);
  await expect(row).toContainText('today');
  await row.getByText('Revoke', { exact: true }).click();
  await row.getByRole('button', { name: 'Revoke for good' }).click();
  await expect(olga.getByRole('row', { name: /Refreshing/ })).toHaveCount(0);
  expect(await asks(refreshing, 'GET', '/api/v1/snapshots')).toBe(401);
  expect(await asks(reading, 'GET', '/api/v1/snapshots')).toBe(200);
});

test('a token opens the API and no page', async ({ build }) => {
  const { app, enter } = await build({ days: 2 });
  const token = await makeToken(await enter(cast.ada), { name: 'Script', scope: 'write' });
  const headers = { Authorization: `Bearer ${token}` };
  for (const path of ['/', '/settings/people']) {
    const answer = await fetch(app.url + path, { headers, redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^(http:\/\/[^/]+)?\/sign-in/);
  }
  const asCookie = { Cookie: `authjs.session-token=${token}` };
  expect((await fetch(`${app.url}/api/v1/metrics`, { headers: asCookie })).status).toBe(401);
});
