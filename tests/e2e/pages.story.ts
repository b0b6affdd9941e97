import type { BrowserContextOptions, Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { faultsOf, widerThanWindow } from './parts/judge-page';
import { type Sight, sights } from './parts/pages';
import { setUpLink } from './parts/set-up-link';
import { trySignIn } from './parts/sign-in';
import { expect, type House, test } from './stories';

const phone = { width: 390, height: 844 };
const smallest = { width: 360, height: 640 };

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  'a phone': { colorScheme: 'light', viewport: phone, hasTouch: true, isMobile: true },
};

const enterAs = (house: House, as: Sight['as'], look: BrowserContextOptions): Promise<Page> =>
  as === 'nobody' ? house.visit(look) : house.enter(as === 'admin' ? cast.ada : cast.vera, look);

/** What must hold on every page, whatever it shows. */
async function holds(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
  await expect(page, name).toHaveTitle(/\S/);
  expect.soft(await faultsOf(page), `what axe finds on ${name}`).toEqual([]);
  expect.soft(await widerThanWindow(page), `pixels too wide on ${name}`).toBe(0);
}

for (const [name, look] of Object.entries(looks)) {
  test(`every page is accessible and fits, in ${name}`, async ({ house }) => {
    // Dozens of pages, each drawn and judged: more than a story's minute on a slow machine.
    test.setTimeout(240_000);
    for (const as of ['nobody', 'viewer', 'admin'] as const) {
      const page = await enterAs(house, as, look);
      for (const { path } of sights.filter((sight) => sight.as === as)) {
        await page.goto(path);
        await holds(page, `${path} as ${as}`);
      }
    }
  });

  test(`the first day is accessible and fits, in ${name}`, async ({ build }) => {
    const unconnected = { ENPASS_BASE_URL: '', ENPASS_API_TOKEN: '' };
    const house = await build({ seeded: false, env: unconnected });
    const page = await house.visit(look);
    for (const path of ['/set-up', setUpLink(house)]) {
      await page.goto(path);
      await holds(page, path);
    }
    await page.getByRole('button', { name: 'Set up' }).click();
    await expect(page.getByLabel('Organisation')).toHaveAttribute('aria-invalid', 'true');
    await holds(page, 'set-up with nothing filled in');
    await setUp(page);
    for (const path of ['/', '/runs', '/settings/connection']) {
      await page.goto(path);
      await holds(page, `${path} before anything is connected`);
    }
    await page.getByLabel('Base URL').fill(house.fake.url);
    await page.getByLabel('API token').fill('not-the-token');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByRole('region', { name: 'Test connection' })).toContainText('Token refused');
    await holds(page, 'a connection test that failed');
    await page.getByLabel('API token').fill(house.fake.token);
    await page.getByLabel('Never').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    house.fake.setMode('503');
    await page.goto('/runs');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(page.getByRole('region', { name: 'Refresh failed' })).toBeVisible();
    await holds(page, 'runs after a failure');
    await page.goto('/');
    await holds(page, 'the overview when the first run failed');
    house.fake.setMode('good');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(page.getByText('One snapshot. The line begins tomorrow.')).toBeVisible();
    await holds(page, 'the overview on the first day');
  });
}

async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Organisation').fill('Northwind Logistics');
  await page.getByLabel('Your name').fill(cast.ada.name);
  await page.getByLabel('Your e-mail address').fill(cast.ada.email);
  await page.getByLabel('Password').fill('a fine long passphrase for tests');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
}

test('what opens and what goes wrong is accessible too', async ({ house }) => {
  const stranger = await house.visit();
  await trySignIn(stranger, { email: 'nobody@example.org', password: 'not a passphrase' });
  await expect(stranger.getByText('E-mail or password is wrong.')).toBeVisible();
  await holds(stranger, 'a refused sign-in');

  const page = await house.enter(cast.ada);
  await page.goto('/');
  await page.getByLabel('Ada Brandt, Admin').click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await holds(page, 'the open menu');
  await page.goto('/settings/people');
  await page.getByRole('link', { name: 'Vera Novak' }).click();
  await page.getByText('Disable', { exact: true }).first().click();
  await expect(page.getByText('Disable Vera Novak?')).toBeVisible();
  await holds(page, 'a question before somebody is disabled');
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await holds(page, 'an invitation with nothing filled in');
});

test('a phone has its places along the bottom, and nothing scrolls sideways down to 360 pixels', async ({ house }) => {
  const page = await house.enter(cast.ada, { viewport: phone, hasTouch: true, isMobile: true });
  for (const { path } of sights.filter(({ as }) => as === 'admin')) {
    await page.setViewportSize(smallest);
    await page.goto(path);
    expect.soft(await widerThanWindow(page), path).toBe(0);
  }
  await page.setViewportSize(phone);
  await page.goto('/');
  const bar = page.getByRole('navigation', { name: 'Main' });
  const box = await bar.boundingBox();
  expect(box?.width).toBe(phone.width);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(phone.height);
  await bar.getByRole('link', { name: 'Trends' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trends');
  await bar.getByText('More').tap();
  await bar.getByRole('link', { name: 'Runs' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runs');
  await bar.getByText('More').tap();
  await bar.getByRole('link', { name: 'Account and sessions' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
});
