import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { expect, test } from './stories';

/** A form, what is typed into it, and where. */
const forms = [
  ['/settings', 'Name', (page: Page) => page.getByLabel('Name', { exact: true }).fill('Northwind')],
  ['/settings', 'Time zone', (page: Page) => page.getByLabel('Time zone').selectOption('Asia/Tokyo')],
  [
    '/settings/connection',
    'API token',
    (page: Page) => page.getByLabel('New API token').or(page.getByLabel('API token')).fill('a-new-token-0001'),
  ],
  ['/settings/connection', 'Base URL', (page: Page) => page.getByLabel('Base URL').fill('https://example.org/')],
  ['/settings/people', 'Invite', (page: Page) => page.getByLabel('E-mail').fill('ivo@example.org')],
  ['/account', 'Token', (page: Page) => page.getByLabel('Name of the new token').fill('Power BI')],
  ['/annotations', 'Annotation', (page: Page) => page.getByLabel('What happened').fill('Lunch and learn')],
  ['/targets', 'Target', (page: Page) => page.getByLabel('Value').fill('80')],
] as const;

const leave = (page: Page) => page.getByRole('link', { name: 'Overview' }).first().click({ noWaitAfter: true });

async function staysWhenAsked(page: Page, path: string): Promise<void> {
  const asked = page.waitForEvent('dialog');
  const leaving = leave(page);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(page).toHaveURL(path);
}

test('whatever is typed into a form is not left behind unasked', async ({ house }) => {
  const page = await house.enter(cast.ada);
  for (const [path, name, type] of forms) {
    await test.step(`${path}, ${name}`, async () => {
      await page.goto(path);
      await type(page);
      await staysWhenAsked(page, path);
      page.once('dialog', (dialog) => dialog.accept());
      await leave(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    });
  }
});

test('what was refused is asked about, what was saved or only chooses what is shown is not', async ({ build }) => {
  const { enter } = await build({ days: 2 });
  const page = await enter(cast.ada);
  await page.goto('/settings/people');
  await page.getByLabel('Name').fill('Ivo Marin');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await staysWhenAsked(page, '/settings/people');
  await page.getByLabel('E-mail').fill('ivo@example.org');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByLabel('Give them this link')).toBeVisible();
  await leave(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');

  await page.goto('/runs');
  await page.getByLabel('Result').selectOption('failed');
  await leave(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
});

test('a connection that was tested is not yet saved, and leaving asks so', async ({ build }) => {
  const { fake, enter } = await build({ days: 2 });
  const page = await enter(cast.ada);
  await page.goto('/settings/connection');
  await page.getByLabel('API token').fill(fake.token);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('region', { name: 'Test connection' })).toContainText('Save to use this connection');
  await staysWhenAsked(page, '/settings/connection');
  await page.getByLabel('Never').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await leave(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
});
