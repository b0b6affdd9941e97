import { cast, castPassword } from '../../demo/cast';
import { codeOf, setUpApp, virtualAuthenticator } from './parts/second-factor';
import { signIn, trySignIn } from './parts/sign-in';
import { expect, test } from './stories';

const { ada, olga, vera } = cast;
const known = (who: { email: string }) => ({ email: who.email, password: castPassword });

for (const javaScriptEnabled of [true, false]) {
  test(`an app is set up and its codes sign in, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({
    build,
  }) => {
    const house = await build({ days: 2 });
    const page = await house.visit({ javaScriptEnabled });
    await signIn(page, vera);
    const { key, recoveryCodes } = await setUpApp(page, castPassword);

    const other = await house.visit({ javaScriptEnabled });
    await trySignIn(other, known(vera));
    const code = other.getByLabel('Code', { exact: true });
    await code.fill(codeOf(key) === '000000' ? '000001' : '000000');
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByRole('main').getByRole('alert')).toContainText('This code is not right');
    await code.fill(codeOf(key, 1));
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other).toHaveURL(`${house.app.url}/`);

    for (const [at, opens] of [true, false].entries()) {
      const third = await house.visit({ javaScriptEnabled });
      await trySignIn(third, known(vera));
      await third.getByLabel('Code', { exact: true }).fill(recoveryCodes[0] ?? '');
      await third.getByRole('button', { name: 'Sign in' }).click();
      if (opens) await expect(third, `use ${at + 1}`).toHaveURL(`${house.app.url}/`);
      else await expect(third.getByRole('main').getByRole('alert')).toContainText('used already');
    }
    await page.goto('/account');
    await expect(page.getByRole('region', { name: 'Second factor' })).toContainText('9 left');
  });
}

test('a passkey is added, signs in, and proves who one is', async ({ build }) => {
  const house = await build({ days: 2 });
  const page = await house.visit();
  await virtualAuthenticator(page);
  await signIn(page, ada);
  await page.goto('/account/second-factor');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not added.' })).toBeVisible();
  await page.getByLabel('Name of the new passkey').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('list', { name: 'Your passkeys' })).toContainText('My laptop');
  await expect(page.getByRole('list', { name: 'Your passkeys' })).toContainText('never used');

  await page.goto('/');
  await page.getByLabel('Ada Brandt, Admin').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in$/);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(`${house.app.url}/`);
  expect(await (await page.request.get('/api/v1/me')).json()).toMatchObject({
    signedInBy: 'passkey',
    secondFactor: 'passkey',
  });

  await page.goto('/account/confirm?to=%2Faccount');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(`${house.app.url}/account`);
  await expect(page.getByRole('region', { name: 'Second factor' })).toContainText(/My laptop, last used/);

  const other = await house.visit();
  await trySignIn(other, known(ada));
  await expect(other.getByLabel('Recovery code')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Use a passkey' })).toBeVisible();
});

test('a role that needs a second factor is led to it, and gets no further without', async ({ build }) => {
  const house = await build({ days: 2, env: { REQUIRE_SECOND_FACTOR: 'admin' } });
  const page = await house.visit();
  await signIn(page, ada);
  for (const path of ['/', '/settings/people', '/account']) {
    await page.goto(path);
    await expect(page).toHaveURL(`${house.app.url}/account/second-factor`);
  }
  await expect(page.getByRole('main')).toContainText('Your role must sign in with more than a password');
  const refused = await page.request.get('/api/v1/snapshots/latest');
  expect([refused.status(), (await refused.json()).kind]).toEqual([403, 'second-factor-needed']);
  expect(await (await page.request.get('/api/v1/me')).json()).toMatchObject({ secondFactor: 'none' });

  await setUpApp(page, castPassword);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page).toHaveURL(`${house.app.url}/`);
  await house.enter(vera);
});

test('an admin resets the factor of somebody whose phone is lost', async ({ build }) => {
  const house = await build({ days: 2 });
  const page = await house.visit();
  await signIn(page, olga);
  await setUpApp(page, castPassword);
  const admin = await house.enter(ada);
  await admin.goto('/settings/people');
  await admin.getByRole('link', { name: 'Olga Lindqvist' }).click();
  const panel = admin.getByRole('region', { name: 'Second factor' });
  await expect(panel).toContainText('App for codes');
  await panel.getByText('Reset', { exact: true }).click();
  await panel.getByRole('button', { name: 'Reset the second factor of Olga Lindqvist' }).click();
  await expect(panel).toContainText('by password alone');
  await page.goto('/account');
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, olga);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a form asks in its place who one is, and loses nothing, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({
    build,
  }) => {
    const house = await build({ days: 2 });
    const page = await house.visit({ javaScriptEnabled });
    await signIn(page, ada);
    await house.app.query('update "Session" set "confirmedAt" = null');
    await page.goto('/settings/people');
    const form = page.getByRole('region', { name: 'Invite somebody' });
    await form.getByLabel('Name').fill('Ivo Marin');
    await form.getByLabel('E-mail').fill('ivo@example.org');
    await form.getByRole('button', { name: 'Invite' }).click();
    const proof = form.getByLabel('Your password, or a code');
    for (const [given, told] of [
      ['not my password', 'This is not your password'],
      [castPassword, null],
    ] as const) {
      await proof.fill(given);
      await expect(form.getByLabel('Name')).toHaveValue('Ivo Marin');
      await expect(form.getByLabel('E-mail')).toHaveValue('ivo@example.org');
      await form.getByRole('button', { name: 'Invite' }).click();
      if (told !== null) await expect(form).toContainText(told);
    }
    await expect(form).toContainText('Ivo Marin is invited.');
    await expect(proof).toHaveCount(0);
  });
}
