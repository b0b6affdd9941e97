import { join } from 'node:path';
import Database from 'better-sqlite3';
import { cast, castPassword } from '../../demo/cast';
import { noSmallDisks, smallDisk } from '../support/small-disk';
import { signIn, trySignIn } from './parts/sign-in';
import { expect, test } from './stories';

test('on a full disk pages are read, forms say what is wrong, and all works again when there is room', async ({
  build,
  complaints,
}) => {
  test.skip(noSmallDisks !== null, noSmallDisks ?? '');
  const disk = smallDisk(16);
  const file = join(disk.folder, 'adoption.db');
  const env = { DATABASE_URL: `file:${file}`, ADMIN_EMAIL: cast.ada.email, ADMIN_PASSWORD: castPassword };
  const { app, visit } = await build({ seeded: false, env });
  const page = await visit();
  await signIn(page, cast.ada);
  disk.fill();
  fillTheLog(file);
  // Whoever came a minute ago is noted again: that note must fail in silence.
  for (const path of ['/', '/trends', '/settings', '/api/v1/targets']) {
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
  expect((await page.request.get('/api/health/ready')).status()).toBe(503);
  expect((await page.request.get('/api/health/live')).status()).toBe(200);

  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill('x'.repeat(100));
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Save' }).first().click();
  const answer = await answered;
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '5']);
  await expect(page.getByText('The database takes no changes')).toBeVisible();

  await page
    .getByText(cast.ada.email.split('@')[0] ?? '')
    .first()
    .click();
  const left = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect((await left).status()).toBe(503);
  await expect(page.getByRole('heading', { name: 'Something went wrong here' })).toBeVisible();
  // React tells the console of what an action threw; nothing else may be there.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('React error #441')]);
  const other = await visit();
  await trySignIn(other, { email: cast.ada.email, password: castPassword });
  await expect(other.getByRole('alert').filter({ hasText: 'Try again' })).toBeVisible();
  expect(app.output()).toMatch(/"cause":"[^"]*(full|does not take)[^"]*".*database-unavailable/);

  disk.clear();
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill('Northwind again');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect.poll(async () => (await page.request.get('/api/health/ready')).status()).toBe(200);
  disk.end();
});

test('while another program locks the database, sign-in says to try again and the log says why', async ({ build }) => {
  const { app, visit } = await build({ days: 3 });
  const page = await visit();
  await page.goto('/sign-in');
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const held = await app.query('PRAGMA database_list');
  const lock = new Database(String(held[0]?.file));
  lock.exec('BEGIN IMMEDIATE');
  const form = { csrfToken, email: cast.ada.email, password: castPassword };
  const program = page.request.post('/api/auth/callback/credentials', { form, maxRedirects: 0, timeout: 30_000 });
  await trySignIn(page, { email: cast.ada.email, password: castPassword });
  await expect(page.getByRole('alert').filter({ hasText: 'Try again in a moment' })).toBeVisible({ timeout: 20_000 });
  expect([(await program).status(), (await program).headers()['retry-after']]).toEqual([503, '5']);
  expect(app.output()).toMatch(/locked by another program.*database-unavailable/);
  lock.exec('ROLLBACK');
  lock.close();
  await signIn(page, cast.ada);
});

/** SQLite's log has room of its own for small writes, until it has to grow. */
function fillTheLog(file: string): void {
  const db = new Database(file);
  const fill = db.prepare('INSERT INTO "RateLimiterFlexible" ("key", "points") VALUES (?, 0)');
  try {
    for (let at = 0; at < 5_000; at++) fill.run(`${at} ${'x'.repeat(3_000)}`);
  } catch {
    return;
  } finally {
    db.close();
  }
  throw new Error('the disk never got full');
}
