import { castPassword } from '../../demo/cast';
import { setUpLink } from './parts/set-up-link';
import { expect, test } from './stories';

const unconnected = { ENPASS_BASE_URL: '', ENPASS_API_TOKEN: '', ORG_NAME: '', ORG_TIME_ZONE: '' };

test('the printed link leads from nothing to the first snapshot', async ({ build }) => {
  const house = await build({ seeded: false, env: unconnected });
  const page = await house.visit();
  const link = setUpLink(house);
  const left = await house.visit();

  await test.step('before set-up every way leads to its page', async () => {
    await page.goto('/runs');
    await expect(page).toHaveURL(/\/set-up$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set-up is waiting');
  });

  await test.step('a wrong link says on opening how a new one is made, and asks nothing', async () => {
    expect((await page.goto(`${link}x`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is over');
    await expect(page.getByRole('main')).toContainText('npm start');
    await expect(page.getByRole('main')).not.toContainText('administrator');
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });

  await test.step('a weak password is refused beside its field, and nothing typed is lost', async () => {
    await page.goto(link);
    await page.getByLabel('Organisation').fill('Northwind Logistics');
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByLabel('Your name').fill('Ada Brandt');
    await page.getByLabel('Your e-mail address').fill('ada@example.org');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Set up' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Not set up.');
    await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/At least 12 characters/);
    await expect(page.getByLabel('Organisation')).toHaveValue('Northwind Logistics');
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
  });

  await test.step('another window has the form open, too', async () => {
    await left.goto(link);
    await left.getByLabel('Organisation').fill('Somebody else');
    await left.getByLabel('Your name').fill('Eve');
    await left.getByLabel('Your e-mail address').fill('eve@example.org');
  });

  await test.step('set-up signs its first admin in, to an overview that says what comes next', async () => {
    await page.getByLabel('Password').fill(castPassword);
    await page.getByRole('button', { name: 'Set up' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    await expect(page.getByText('Northwind Logistics')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Getting started' })).toContainText('Connect Enpass');
  });

  await test.step('a connection that does not work says where it stops, and stores nothing', async () => {
    await page.getByRole('link', { name: 'Connect', exact: true }).click();
    await page.getByLabel('Base URL').fill(house.fake.url);
    await page.getByLabel('API token').fill('not-the-token');
    await page.getByRole('button', { name: 'Test connection' }).click();
    const panel = page.getByRole('region', { name: 'Test connection' });
    await expect(panel).toContainText('Token refused');
    await expect(panel.getByRole('listitem').filter({ hasText: '17 counts' })).toContainText('not tried');
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Getting started' })).toContainText('Connect Enpass');
  });

  await test.step('a connection that works shows its steps, and is saved', async () => {
    await page.getByRole('link', { name: 'Connect', exact: true }).click();
    await page.getByLabel('Base URL').fill(house.fake.url);
    await page.getByLabel('API token').fill(house.fake.token);
    await page.getByRole('button', { name: 'Test connection' }).click();
    const panel = page.getByRole('region', { name: 'Test connection' });
    for (const done of ['Server found', 'Address right', 'Token accepted', '17 counts present']) {
      await expect(panel.getByRole('listitem').filter({ hasText: done })).toContainText('done');
    }
    await page.getByLabel('Never').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toContainText(house.fake.token.slice(-4));
    await expect(page.locator('body')).not.toContainText(house.fake.token);
  });

  await test.step('the first snapshot is on the overview', async () => {
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(page.getByRole('region', { name: 'Adoption' })).toContainText(/\d+\.\d%/);
    await expect(page.getByText('One snapshot. The line begins tomorrow.')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Taken today' })).toBeVisible();
  });

  await test.step('the link is closed for ever', async () => {
    await left.getByLabel('Password').fill(castPassword);
    await left.getByRole('button', { name: 'Set up' }).click();
    await expect(left.getByRole('heading', { level: 1 })).toHaveText('Set-up is done');
    await expect(left.getByRole('textbox')).toHaveCount(0);
    const stranger = await house.visit();
    expect((await stranger.goto(link))?.status()).toBe(404);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Set-up is done');
    await stranger.getByRole('link', { name: 'Go to sign-in' }).click();
    await expect(stranger).toHaveURL(/\/sign-in$/);
    await Promise.all([page.close(), left.close(), stranger.close()]);
    await house.app.stop();
    await house.app.start();
    expect(house.app.output().split('/set-up/')).toHaveLength(2);
  });
});
