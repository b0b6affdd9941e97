import { cast, castPassword } from '../../demo/cast';
import { trySignIn } from './parts/sign-in';
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
  await expect(form.getByLabel('Give them this link')).toHaveAccessibleDescription(/works once, until .+ \d\d:\d\d,/);
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

test('what is wrong with an invitation is said beside its field', async ({ build }) => {
  const { enter } = await build({ days: 2 });
  const page = await enter(cast.ada);
  await page.goto('/settings/people');
  await page.getByLabel('Name').fill('Vera again');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('E-mail').fill(cast.vera.email);
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/already|account/i);
  await expect(page.getByLabel('Name')).toHaveValue('Vera again');
});

test('a very long name breaks, and the page stays as wide as the phone or tablet', async ({ build }) => {
  const { enter } = await build({ days: 2 });
  const page = await enter(cast.ada, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.goto('/settings/people');
  await page.getByLabel('Name').fill('Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh');
  await page.getByLabel('E-mail').fill(`${'konstantinopolska.'.repeat(3)}w@department.example.org`);
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('rowheader', { name: /^Wolfeschlegel/ })).toBeVisible();
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('a password link lets its owner choose anew, and ends every session they had', async ({ build }) => {
  const { enter, visit } = await build({ days: 2 });
  const [admin, max] = [await enter(cast.ada), await enter(cast.max)];
  await admin.goto('/settings/people');
  await admin.getByRole('link', { name: 'Max Okafor' }).click();
  await admin.getByRole('button', { name: 'Password link for Max Okafor' }).click();
  const link = await admin.getByLabel('A link for Max Okafor.').inputValue();

  const elsewhere = await visit();
  await elsewhere.goto(link);
  await elsewhere.getByLabel('Password').fill(chosen);
  await elsewhere.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await max.goto('/');
  await expect(max).toHaveURL(/\/sign-in$/);
  await trySignIn(max, { email: cast.max.email, password: castPassword });
  await expect(max.getByRole('main').getByRole('alert')).toContainText('E-mail or password is wrong');
});

test('disabling somebody ends what they have open at their next click', async ({ build }) => {
  const house = await build({ days: 2 });
  const [vera, ada] = [await house.enter(cast.vera), await house.enter(cast.ada)];
  await vera.goto('/account');
  await ada.goto('/settings/people');
  await ada.getByRole('link', { name: cast.vera.name }).click();
  await ada.getByText('Disable', { exact: true }).first().click();
  await ada.getByRole('button', { name: `Disable ${cast.vera.name}` }).click();
  await expect(ada.getByRole('region', { name: cast.vera.name })).toContainText('Disabled');
  await vera.getByRole('link', { name: 'Overview' }).click();
  await expect(vera).toHaveURL(/\/sign-in/);
  await trySignIn(vera, { email: cast.vera.email, password: castPassword });
  await expect(vera.getByText('E-mail or password is wrong.')).toBeVisible();
});

test('an admin corrects a person: name, address, role, and takes a mistyped invitation back', async ({ build }) => {
  const house = await build({ days: 2 });
  const [ada, vera] = [await house.enter(cast.ada), await house.enter(cast.vera)];
  await ada.goto('/settings/people');
  await ada.getByRole('link', { name: cast.vera.name }).click();
  await expect(ada.getByRole('region', { name: cast.vera.name })).toBeVisible();
  await ada.getByLabel('Name').fill('Vera Nováková');
  await ada.getByLabel('E-mail').fill(cast.max.email);
  await ada.getByRole('button', { name: 'Save name and address' }).click();
  await expect(ada.getByLabel('E-mail')).toHaveAccessibleDescription(/here already/);
  await expect(ada.getByLabel('Name')).toHaveValue('Vera Nováková');
  await ada.getByLabel('E-mail').fill('vera.novakova@example.org');
  await ada.getByRole('button', { name: 'Save name and address' }).click();
  await expect(ada.getByRole('heading', { name: 'Vera Nováková' })).toBeVisible();
  await vera.goto('/');
  await vera.getByLabel('Vera Nováková, Viewer').click();
  await expect(vera.getByText('vera.novakova@example.org')).toBeVisible();

  await ada.getByRole('combobox', { name: 'Role' }).selectOption('manager');
  await expect(ada.getByText('Not saved yet.')).toBeVisible();
  const objected = ada.waitForEvent('dialog');
  const leaving = ada.getByRole('link', { name: 'All people' }).click();
  await (await objected).dismiss();
  await leaving;
  await expect(ada.getByRole('combobox', { name: 'Role' })).toHaveValue('manager');
  await ada.getByRole('button', { name: 'Save the role' }).click();
  await expect(ada.getByText('Not saved yet.')).toHaveCount(0);
  await ada.getByRole('link', { name: 'All people' }).click();
  await expect(ada.getByRole('row', { name: /Nováková/ })).toContainText('Manager');

  await ada.getByLabel('Name').fill('Ivo Marin');
  await ada.getByLabel('E-mail').fill('ivo@exampel.org');
  await ada.getByRole('button', { name: 'Invite' }).click();
  const link = await ada.getByLabel('Give them this link').inputValue();
  await ada.getByRole('link', { name: 'Ivo Marin' }).click();
  await ada.getByText('Remove', { exact: true }).click();
  await ada.getByRole('button', { name: 'Remove Ivo Marin for good' }).click();
  await expect(ada.getByRole('row', { name: /Olga/ })).toBeVisible();
  await expect(ada.getByRole('row', { name: /Ivo/ })).toHaveCount(0);
  expect((await vera.goto(link))?.status()).toBe(404);
});
