import { cast } from '../../demo/cast';
import { audience, memberOf } from './parts/audience';
import { expect, test } from './stories';

/** What each may see, by README's table of roles; what is not listed must be absent, not disabled. */
const places = {
  viewer: ['Overview', 'Trends', 'Weekly', 'Targets', 'Compare', 'Methodology'],
  manager: ['Overview', 'Trends', 'Weekly, reviews: 1 due', 'Targets', 'Compare', 'Methodology'],
  ops: ['Overview', 'Trends', 'Weekly', 'Targets', 'Compare', 'Runs', 'Methodology'],
  admin: ['Overview', 'Trends', 'Weekly, reviews: 1 due', 'Targets', 'Compare', 'Runs', 'Methodology', 'Settings'],
} as const;
const refreshes = { viewer: false, manager: false, ops: true, admin: true } as const;

for (const role of audience.filter((visitor) => visitor !== 'nobody')) {
  test(`${role} sees exactly their places and buttons`, async ({ house }) => {
    const page = await house.enter(memberOf[role]);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    await expect(page.getByRole('region', { name: 'Adoption' })).toContainText(/\d+\.\d%/);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    expect(await navigation.getByRole('link').allTextContents()).toEqual(places[role]);
    await expect(page.getByRole('button', { name: 'Refresh now' })).toHaveCount(refreshes[role] ? 1 : 0);
    for (const away of await page.getByRole('main').getByRole('link').all()) {
      const href = (await away.getAttribute('href')) ?? '';
      const answer = await page.request.get(href, { maxRedirects: 0 });
      expect(answer.status(), `${role} is offered ${href}`).toBe(200);
    }
  });
}

test('a page that is not for a role says so in words, within the frame, and leads back', async ({ house }) => {
  const page = await house.enter(cast.max);
  for (const path of ['/runs', '/settings', '/settings/connection', '/settings/people']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not for your role');
  }
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
});

test('a form of an admin, sent by somebody else, changes nothing', async ({ build }) => {
  const house = await build({ days: 2 });
  const admin = await house.enter(cast.ada, { javaScriptEnabled: false });
  await admin.goto('/settings/people');
  const form = admin.locator('form', { has: admin.getByRole('button', { name: 'Invite' }) });
  const hidden = await form
    .locator('input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value') ?? '']));
  const fields = { ...Object.fromEntries(hidden), name: 'Mallory', email: 'mallory@example.org', role: 'admin' };

  for (const member of [cast.vera, cast.max, cast.olga]) {
    const { request } = (await house.enter(member)).context();
    await request.post('/settings/people', { multipart: fields, headers: { Origin: house.app.url } });
  }
  await admin.reload();
  await expect(admin.getByRole('rowheader', { name: 'Vera' })).toBeVisible();
  await expect(admin.getByText('mallory@example.org')).toHaveCount(0);

  const { request } = admin.context();
  await request.post('/settings/people', { multipart: fields, headers: { Origin: house.app.url } });
  await admin.reload();
  await expect(admin.getByText('mallory@example.org')).toBeVisible();
});
