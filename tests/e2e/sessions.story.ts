import type { Page } from '@playwright/test';
import { cast, castPassword } from '../../demo/cast';
import { field, path } from './parts/review-page';
import { signIn, trySignIn } from './parts/sign-in';
import { expect, type House, test } from './stories';

/** Somebody's second browser: a session of its own. */
async function another(house: House, member: { email: string }): Promise<Page> {
  const page = await house.visit();
  await signIn(page, member);
  return page;
}

async function isOut(page: Page): Promise<void> {
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Faccount$/);
}

test('sign-out ends the session itself, also for whoever kept a copy of the cookie', async ({ build }) => {
  const house = await build({ days: 2 });
  const page = await another(house, cast.vera);
  const copy = await house.visit({ storageState: await page.context().storageState() });
  await copy.goto('/account');
  await expect(copy.getByRole('heading', { level: 1 })).toHaveText('Account');

  await page.goto('/');
  await page.getByLabel('Vera Novak, Viewer').click();
  const left = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect((await (await left).allHeaders())['clear-site-data']).toBe('"cache"');
  await expect(page).toHaveURL(/\/sign-in$/);
  await isOut(page);
  await isOut(copy);
});

test('a new password ends every other session, and the old one opens nothing', async ({ build }) => {
  const house = await build({ days: 2 });
  const [here, there] = [await another(house, cast.max), await another(house, cast.max)];

  await here.goto('/account');
  await here.getByLabel('Current password').fill(castPassword);
  await here.getByLabel('New password').fill('another fine long passphrase');
  await here.getByRole('button', { name: 'Change password' }).click();
  await expect(here.getByRole('status').filter({ hasText: 'Changed.' })).toContainText('1 other session ended');

  await isOut(there);
  await here.reload();
  await expect(here.getByRole('heading', { level: 1 })).toHaveText('Account');
  await trySignIn(there, { email: cast.max.email, password: castPassword });
  await expect(there.getByRole('main').getByRole('alert')).toContainText('E-mail or password is wrong');
  await trySignIn(there, { email: cast.max.email, password: 'another fine long passphrase' });
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Account');
});

/** Makes an API token on the account page. */
async function tokenOf(page: Page): Promise<string> {
  await page.goto('/account');
  await page.getByLabel('Name of the new token').fill('Story');
  await page.getByRole('button', { name: 'Make a token' }).click();
  return page.getByLabel('Copy it now').inputValue();
}

test('a changed role and a disabled account are felt at the next request', async ({ build }) => {
  const house = await build({ days: 2 });
  const [vera, olga] = [await another(house, cast.vera), await another(house, cast.olga)];
  const token = await tokenOf(olga);
  const admin = await house.enter(cast.ada);
  await admin.goto('/settings/people');

  await admin.getByRole('link', { name: 'Vera Novak' }).click();
  await expect(admin.getByRole('region', { name: 'Vera Novak' })).toBeVisible();
  await admin.getByRole('combobox', { name: 'Role' }).selectOption('ops');
  await admin.getByRole('button', { name: 'Save the role' }).click();
  await expect(admin.getByText('Not saved yet.')).toHaveCount(0);
  await isOut(vera);
  await signIn(vera, cast.vera);
  await expect(vera.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Runs' })).toBeVisible();

  await admin.getByRole('link', { name: 'All people' }).click();
  await expect(admin.getByRole('row', { name: /Vera/ })).toContainText('Ops');
  await admin.getByRole('link', { name: 'Olga Lindqvist' }).click();
  await expect(admin.getByRole('region', { name: 'Olga Lindqvist' })).toBeVisible();
  await admin.getByText('Disable', { exact: true }).first().click();
  await admin.getByRole('button', { name: 'Disable Olga Lindqvist' }).click();
  await expect(admin.getByRole('region', { name: 'Olga Lindqvist' })).toContainText('Disabled');
  await isOut(olga);
  const byToken = await olga.request.get('/api/v1/snapshots/latest', { headers: { Authorization: `Bearer ${token}` } });
  expect(byToken.status()).toBe(401);
  await trySignIn(olga, { email: cast.olga.email, password: castPassword });
  const refusal = await olga.getByRole('main').getByRole('alert').textContent();
  await trySignIn(olga, { email: 'nobody@example.org', password: castPassword });
  await expect(olga.getByLabel('E-mail')).toHaveValue('nobody@example.org');
  expect(await olga.getByRole('main').getByRole('alert').textContent()).toBe(refusal);
});

test('an admin ends sessions and tokens of others on their page', async ({ build }) => {
  const house = await build({ days: 2 });
  const [here, there] = [await another(house, cast.vera), await another(house, cast.vera)];
  const token = await tokenOf(here);
  const byToken = async () =>
    (await here.request.get('/api/v1/snapshots', { headers: { Authorization: `Bearer ${token}` } })).status();
  expect(await byToken()).toBe(200);

  const admin = await house.enter(cast.ada);
  await admin.goto('/settings/people');
  await admin.getByRole('link', { name: 'Vera Novak' }).click();
  const sessions = admin.getByRole('table', { name: 'Where Vera Novak is signed in' });
  await expect(sessions.getByRole('row').filter({ hasText: '127.0.0.1' })).toHaveCount(2);
  await sessions.getByRole('button', { name: /^End / }).first().click();
  await expect(sessions.getByRole('row').filter({ hasText: '127.0.0.1' })).toHaveCount(1);
  await sessions.getByRole('button', { name: /^End / }).click();
  await expect(admin.getByRole('region', { name: 'Signed in' })).toContainText('Nowhere');
  await isOut(here);
  await isOut(there);

  const row = admin.getByRole('table', { name: 'API tokens of Vera Novak' }).getByRole('row', { name: /Story/ });
  await expect(row).toContainText('from 127.0.0.1');
  await row.getByText('Revoke', { exact: true }).click();
  await row.getByRole('button', { name: 'Revoke for good' }).click();
  await expect(row).toHaveCount(0);
  expect(await byToken()).toBe(401);
});

test('signing in again ends the session that the browser had', async ({ build }) => {
  const house = await build({ days: 2 });
  const page = await another(house, cast.vera);
  const copy = await house.visit({ storageState: await page.context().storageState() });
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email: cast.vera.email, password: castPassword };
  const again = await page.request.post('/api/auth/callback/credentials', {
    form,
    headers: { Origin: house.app.url },
    maxRedirects: 0,
  });
  expect(again.headers().location).not.toContain('error');
  await isOut(copy);
  await page.goto('/account');
  await expect(page.getByRole('table', { name: 'Where you are signed in' }).getByRole('row')).toHaveCount(2);
});

test('signing out has the browser forget what it kept, and asks first where words are not saved', async ({ build }) => {
  const house = await build({ days: 20 });
  const page = await another(house, cast.max);
  await page.goto(path);
  await page.route(/\/draft|\/weeks\//, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await field(page, 'Why').fill('Words that nobody has yet');
  const signOut = async () => {
    await page.getByLabel('Max Okafor, Manager').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
  };
  page.once('dialog', (dialog) => void dialog.dismiss());
  await signOut();
  await expect(field(page, 'Why')).toHaveValue('Words that nobody has yet');
  await expect(page).toHaveURL(/\/weeks\//);

  const token = await page.evaluate(async () => (await (await fetch('/api/auth/csrf')).json()).csrfToken);
  const out = await page.request.post('/api/auth/signout', {
    form: { csrfToken: token },
    headers: { Origin: house.app.url },
    maxRedirects: 0,
  });
  expect(out.headers()['clear-site-data']).toBe('"cache"');
});

test('behind https every cookie is bound to it and to this host', async ({ build }) => {
  const { app } = await build({ days: 2, env: { PUBLIC_URL: 'https://adoption.example' } });
  expect(app.output()).toContain('proxies-not-trusted');
  const asked = await fetch(`${app.url}/api/auth/csrf`);
  expect(asked.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const sent = asked.headers.getSetCookie();
  const entered = await fetch(`${app.url}/api/auth/callback/credentials`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, email: cast.vera.email, password: castPassword }),
    headers: { Origin: 'https://adoption.example', Cookie: sent.map((cookie) => cookie.split(';')[0]).join('; ') },
    redirect: 'manual',
  });
  const cookies = [...sent, ...entered.headers.getSetCookie()];
  expect(cookies.filter((cookie) => cookie.startsWith('__Host-device-'))).toHaveLength(1);
  expect(cookies.filter((cookie) => cookie.startsWith('__Host-authjs.session-token='))).toHaveLength(1);
  for (const cookie of cookies) expect(cookie).toMatch(/^__Host-[^;]*;.*HttpOnly/i);
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure/i);
});

test('what would take the last admin or oneself down is not offered', async ({ build }) => {
  const house = await build({ days: 2 });
  const page = await house.enter(cast.ada);
  await page.goto('/settings/people');
  await page.getByRole('link', { name: 'Ada Brandt' }).click();
  await expect(page.getByRole('region', { name: 'Role' })).toContainText('the last one');
  await expect(page.getByRole('region', { name: 'Role' }).getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Access' })).toContainText('This is you');
  await expect(page.getByText('Disable', { exact: true })).toHaveCount(0);
  await expect(page.getByText('Remove', { exact: true })).toHaveCount(0);
});

test('ten wrong guesses keep strangers out, even with the right password, and not who was here before', async ({
  build,
}) => {
  const house = await build({ days: 2 });
  const known = await another(house, cast.max);
  await known.goto('/');
  await known.getByLabel('Max Okafor, Manager').click();
  await known.getByRole('button', { name: 'Sign out' }).click();
  await expect(known).toHaveURL(/\/sign-in$/);
  const page = await house.visit();
  for (let guess = 1; guess <= 10; guess++) {
    await trySignIn(page, { email: cast.max.email, password: `a wrong guess, number ${guess}` });
    await expect(page.getByRole('main').getByRole('alert')).toContainText('E-mail or password is wrong');
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await trySignIn(page, { email: cast.max.email, password: castPassword });
  await expect(page.getByRole('main').getByRole('alert')).toContainText(/Too many tries\. Wait 1[45] minutes/);
  await signIn(await house.visit(), cast.vera);
  await signIn(known, cast.max);
});

test('after sign-in one lands where one wanted to go, if that is here', async ({ house }) => {
  const own = { '/runs': '/runs', '/runs?cursor=x#history': '/runs?cursor=x' };
  const foreign = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/%5cevil.example',
    'javascript:alert(1)',
    '/sign-in',
    '/api/v1/runs',
    '/\t/evil.example',
  ];
  const landings = [...Object.entries(own), ...foreign.map((to) => [to, '/'] as const)];
  const page = await house.enter(cast.olga);
  for (const [to, landing] of landings) {
    const answer = await page.request.get(`/sign-in?to=${encodeURIComponent(to)}`, { maxRedirects: 0 });
    const { location = '' } = answer.headers();
    const { origin, pathname, search } = new URL(location, house.app.url);
    expect([to, origin, pathname + search]).toEqual([to, house.app.url, landing]);
  }

  const stranger = await house.visit();
  await stranger.goto('/runs?cursor=x');
  await expect(stranger).toHaveURL(/\/sign-in\?to=%2Fruns%3Fcursor%3Dx$/);
  await stranger.goto(`/sign-in?to=${encodeURIComponent('//evil.example/')}`);
  await signIn(stranger, cast.olga);
  await expect(stranger).toHaveURL(`${house.app.url}/`);
});
