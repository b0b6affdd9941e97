import { afterEach, expect, test } from 'vitest';
import { disablePerson } from '@/lib/services/people/disable-person';
import { revokeTokensNamed } from '@/lib/services/tokens/revoke-tokens';
import { cast, scheduler } from '../../demo/cast';
import { call, serveWorld, tokenOf } from '../support/api';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

let small: TestWorld;
afterEach(() => small.end());

async function served(config: { apiPerMinute?: number; refreshPerMinute?: number } = {}) {
  small = await testWorld({ config });
  serveWorld(small);
  await inviteCast(small);
}

const status = async (method: string, path: string, token: string) =>
  (await call(method, `/api/v1${path}`, { token })).status;

test('a token does at most what its scope and its owner may', async () => {
  await served();
  const [reads, refreshes, writes] = [
    await tokenOf(small, cast.ada, 'read'),
    await tokenOf(small, cast.olga, 'refresh'),
    await tokenOf(small, cast.vera, 'write'),
  ];
  expect(await status('GET', '/runs', reads)).toBe(200);
  expect(await status('POST', '/refresh', reads)).toBe(403);
  expect(await status('GET', '/connection', reads)).toBe(403);
  expect(await status('POST', '/refresh', refreshes)).toBe(200);
  expect(await status('GET', '/connection', refreshes)).toBe(403);
  expect(await status('GET', '/snapshots', writes)).toBe(200);
  expect(await status('GET', '/export', writes)).toBe(200);
  expect(await status('GET', '/runs', writes)).toBe(403);
  expect(await status('POST', '/refresh', writes)).toBe(403);
});

test('a token is over when it is revoked, expires, or its owner is disabled', async () => {
  await served();
  const [olga, max] = [await tokenOf(small, cast.olga), await tokenOf(small, cast.max)];
  await revokeTokensNamed(small.as(scheduler), { person: cast.olga.email, name: 'olga write' });
  await disablePerson(small.as(scheduler), { person: cast.max.email });
  expect(await status('GET', '/snapshots', olga)).toBe(401);
  expect(await status('GET', '/snapshots', max)).toBe(401);
  expect(await status('GET', '/snapshots', 'ea_nobody-made-this')).toBe(401);
  const refused = await call('GET', '/api/v1/snapshots');
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('a token that asks too often waits, and only that token', async () => {
  await served({ apiPerMinute: 2 });
  const [ada, vera] = [await tokenOf(small, cast.ada), await tokenOf(small, cast.vera)];
  expect([await status('GET', '/metrics', ada), await status('GET', '/metrics', ada)]).toEqual([200, 200]);
  const refused = await call('GET', '/api/v1/metrics', { token: ada });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await status('GET', '/metrics', vera)).toBe(200);
});

test('refreshes by hand are limited for the organisation, with a time to come back', async () => {
  await served({ refreshPerMinute: 1 });
  const [ada, olga] = [await tokenOf(small, cast.ada), await tokenOf(small, cast.olga)];
  expect(await status('POST', '/refresh', ada)).toBe(200);
  const refused = await call('POST', '/api/v1/refresh', { token: olga });
  expect([refused.status, ((await refused.json()) as { kind: string }).kind]).toEqual([429, 'too-many']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('without a connection a refresh is a conflict that says what to do', async () => {
  small = await testWorld({ config: { enpass: null } });
  serveWorld(small);
  await inviteCast(small);
  const refused = await call('POST', '/api/v1/refresh', { token: await tokenOf(small, cast.olga) });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ kind: 'no-connection', detail: expect.stringContaining('Settings') });
});
