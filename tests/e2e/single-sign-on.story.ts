import type { Page } from '@playwright/test';
import { cast, castPassword } from '../../demo/cast';
import { type CompanyProvider, startCompanyProvider } from './parts/company-provider';
import { expect, test } from './stories';

const people = {
  nora: { name: 'Nora Lind', email: 'nora@example.org', email_verified: true },
  max: { name: 'Max O.', email: cast.max.email, email_verified: true },
  eve: { name: 'Eve', email: 'eve@elsewhere.example', email_verified: true },
  una: { name: 'Una', email: 'una@example.org' },
};

let provider: CompanyProvider;

test.beforeEach(async () => {
  provider = await startCompanyProvider(people);
});

test.afterEach(() => provider.close());

async function come(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
  await page.getByLabel('Who are you?').fill(who);
  await page.getByRole('button', { name: 'Go on' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`people come in by their company, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({ build }) => {
    // Six browsers of one's own, one after the other.
    test.slow();
    const { app, visit } = await build({ days: 2, env: { ...provider.env, OIDC_ALLOWED_DOMAINS: 'example.org' } });
    provider.open(app.url);

    const nora = await visit({ javaScriptEnabled });
    await nora.goto('/trends?metric=usage');
    await come(nora, 'nora');
    await expect(nora).toHaveURL(`${app.url}/trends?metric=usage`);
    expect((await nora.goto('/settings/sign-in'))?.status()).toBe(403);

    const max = await visit({ javaScriptEnabled });
    await max.goto('/sign-in');
    await come(max, 'max');
    await expect(max.getByRole('heading', { level: 1 })).toHaveText('Overview');

    for (const [who, words] of [
      ['eve', 'Addresses like yours are not let in here.'],
      ['una', 'Example ID does not confirm that your e-mail address is yours.'],
    ] as const) {
      const page = await visit({ javaScriptEnabled });
      await page.goto('/sign-in');
      await come(page, who);
      await expect(page.getByRole('main').getByRole('alert')).toContainText(words);
      await expect(page).toHaveURL(/\/sign-in\?error=/);
    }

    const ada = await visit({ javaScriptEnabled });
    await ada.goto('/settings/sign-in');
    await ada.getByLabel('E-mail').fill(cast.ada.email);
    await ada.getByLabel('Password').fill(castPassword);
    await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(ada.getByRole('row', { name: /Max Okafor.*yes Single sign-on, password/ })).toBeVisible();
    await expect(ada.getByRole('row', { name: /Nora Lind.*Viewer.*yes Single sign-on/ })).toBeVisible();
    await expect(ada.locator('body')).not.toContainText(provider.env.OIDC_CLIENT_SECRET ?? 'no secret');
  });
}

test('a provider that is away keeps nobody with a password out', async ({ build }) => {
  const { app, visit } = await build({ days: 2, env: provider.env });
  const page = await visit();
  await page.goto('/sign-in?to=%2Fsettings%2Fsign-in');
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Example ID does not answer.');
  await expect(page.getByRole('main').getByRole('alert')).not.toContainText('503');
  expect(app.output()).toContain('asked for its configuration: it answered 503');
  await page.getByLabel('E-mail').fill(cast.ada.email);
  await page.getByLabel('Password').fill(castPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('region', { name: 'To know' })).toContainText('it answered 503. Nobody was let in.');
});

test('with single sign-on alone the start asks for somebody who can break the glass', async ({ build }) => {
  await expect(build({ days: 2, env: { ...provider.env, SIGN_IN: 'sso' } })).rejects.toThrow(/--break-glass/);
});
