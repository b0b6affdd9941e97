import { cast, castPassword } from '../support/cast';
import { signIn, trySignIn } from './parts/sign-in';
import { expect, test } from './stories';

const noScript = { javaScriptEnabled: false };
const chosen = 'a passphrase of my own choosing';

test('an invited person comes in by the link, and nobody needs a script', async ({ build }) => {
  const house = await build({ days: 2 });
  const ada = await house.enter(cast.ada, noScript);
  await ada.goto('/settings/people');
  const form = ada.getByRole('region', { name: 'Invite somebody' });
  await form.getByLabel('Name').fill('Ivo Marin');
  await form.getByLabel('E-mail').fill('ivo');
  await form.getByLabel('Role').selectOption('ops');
  await form.getByRole('button', { name: 'Invite' }).click();
  await expect(form.getByLabel('E-mail')).toHaveAccessibleDescription(/not an e-mail address/);
  await expect(form.getByLabel('Name')).toHaveValue('Ivo Marin');
  await expect(form.getByLabel('Role')).toHaveValue('ops');
  await form.getByLabel('E-mail').fill('ivo@example.org');
  await form.getByRole('button', { name: 'Invite' }).click();
  const link = await form.getByLabel('Give them this link').inputValue();
  await ada.reload();
  await expect(ada.locator('body')).not.toContainText(link);

  const ivo = await house.visit(noScript);
  await ivo.goto(link);
  await ivo.getByLabel('Password').fill('password1234');
  await ivo.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(ivo.getByLabel('Password')).toHaveAccessibleDescription(/attackers try first/);
  await ivo.getByLabel('Password').fill(chosen);
  await ivo.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(ivo.getByRole('heading', { level: 1 })).toHaveText('Overview');
  expect((await ivo.goto('/runs'))?.status()).toBe(200);

  const late = await house.visit();
  expect((await late.goto(link))?.status()).toBe(404);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link is over');
});

test('disabling somebody ends what they have open at their next click', async ({ build }) => {
  const house = await build({ days: 2 });
  const [vera, ada] = [await house.enter(cast.vera), await house.enter(cast.ada)];
  await vera.goto('/account');
  await ada.goto('/settings/people');
  const row = ada.getByRole('row', { name: cast.vera.name });
  await row.locator('summary').click();
  await row.getByRole('button', { name: `Disable ${cast.vera.name}` }).click();
  await expect(row).toContainText('Disabled');
  await vera.getByRole('link', { name: 'Overview' }).click();
  await expect(vera).toHaveURL(/\/sign-in/);
  await trySignIn(vera, { email: cast.vera.email, password: castPassword });
  await expect(vera.getByText('E-mail or password is wrong.')).toBeVisible();
});

test('the last admin stays, and is told why', async ({ build }) => {
  const house = await build({ days: 2 });
  const ada = await house.enter(cast.ada);
  await ada.goto('/settings/people');
  await ada.getByRole('combobox', { name: `Role of ${cast.ada.name}` }).selectOption('viewer');
  await ada.getByRole('button', { name: `Save the role of ${cast.ada.name}` }).click();
  await expect(ada.getByText('The last admin stays.')).toBeVisible();
});

test('a new password and a sign-out end sessions at once, in every browser', async ({ build }) => {
  const house = await build({ days: 2 });
  const [here, there] = [await house.visit(), await house.visit()];
  for (const page of [here, there]) await signIn(page, cast.max);
  await here.goto('/account');
  await expect(here.getByRole('region', { name: 'Where you are signed in' }).getByRole('row')).toHaveCount(3);
  await here.getByLabel('Current password').fill(castPassword);
  await here.getByLabel('New password').fill(chosen);
  await here.getByRole('button', { name: 'Change password' }).click();
  await expect(here.getByText('1 other session ended.')).toBeVisible();
  await there.goto('/account');
  await expect(there).toHaveURL('/sign-in?to=%2Faccount');

  const kept = await here.context().storageState();
  await here.getByLabel(/^Max Okafor/).click();
  await here.getByRole('button', { name: 'Sign out' }).click();
  await expect(here).toHaveURL(/\/sign-in$/);
  const thief = await house.visit({ storageState: kept });
  await thief.goto('/account');
  await expect(thief).toHaveURL(/\/sign-in/);
  await signIn(thief, cast.max, chosen);
  await expect(thief).toHaveURL('/account');
});

test('an API token is told once, works, and stops when it is revoked', async ({ build }) => {
  const house = await build({ days: 2 });
  const olga = await house.enter(cast.olga);
  await olga.goto('/account');
  await olga.getByLabel('Name of the new token').fill('Power BI');
  await olga.getByRole('button', { name: 'Make a token' }).click();
  const token = await olga.getByLabel('Copy it now').inputValue();
  const stranger = await house.visit();
  const ask = async () => {
    const headers = { authorization: `Bearer ${token}` };
    return (await stranger.request.get('/api/v1/metrics', { headers })).status();
  };
  expect(await ask()).toBe(200);
  await olga.reload();
  await expect(olga.locator('body')).not.toContainText(token);
  await olga.locator('summary', { hasText: 'Revoke' }).click();
  await olga.getByRole('button', { name: 'Revoke for good' }).click();
  await expect(olga.getByText('None yet.')).toBeVisible();
  expect(await ask()).toBe(401);
});

test('after ten wrong passwords an account rests, and says for how long', async ({ build }) => {
  const house = await build({ days: 2 });
  const page = await house.visit();
  for (let guess = 0; guess < 10; guess += 1) {
    await trySignIn(page, { email: cast.vera.email, password: `wrong guess ${guess}` });
    await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
    await page.reload();
  }
  await trySignIn(page, { email: cast.vera.email, password: castPassword });
  await expect(page.getByText('Too many tries.')).toContainText('Too many tries.');
  await expect(page.getByText('Wait 15 minutes')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(cast.vera.email);
});
