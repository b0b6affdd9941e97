import { expect, test } from 'vitest';
import { operations } from '@/lib/api/operations/list';
import { cast } from '../../demo/cast';
import { codeOf } from '../services/factors/factor-world';
import { apiWorld } from './api-world';

const { world, tokens, cookies, ask, promised, refused } = apiWorld();

test('who asks, by token and by session', async () => {
  const { id, email, name, role } = cast.ada;
  const ada = { id, email, name, role, organisation: 'Northwind Logistics', secondFactor: 'none' };
  expect(await promised('get', '/me', { token: tokens.reader })).toMatchObject({
    signedInBy: 'token',
    role: 'manager',
  });
  expect(await promised('get', '/me', { cookie: cookies.ada })).toEqual({ ...ada, signedInBy: 'password' });
});

const forSessions = operations.filter(({ by }) => by !== undefined);

test.each(forSessions.map(({ method, path }) => [method, path]))('%s %s takes no token', async (method, path) => {
  for (const token of [tokens.ada, tokens.reader]) {
    expect(
      await refused(method, path, { at: { id: 'none' }, ...(method === 'get' ? {} : { body: {} }), token }),
    ).toMatchObject({
      status: 403,
      json: { kind: 'session-needed' },
    });
  }
});

test('an app is set up, told of and removed', async () => {
  const cookie = cookies.vera;
  expect(await promised('get', '/me/second-factor', { cookie })).toEqual({
    totp: false,
    passkeys: [],
    recoveryCodesLeft: 0,
  });
  expect(await refused('post', '/me/recovery-codes', { cookie })).toMatchObject({
    status: 409,
    json: { kind: 'no-factor' },
  });
  const { secret } = await promised<{ secret: string }>('post', '/me/totp', { cookie });
  const wrong = await refused('post', '/me/totp/confirm', { cookie, body: { code: 'abcdef' } });
  expect(wrong).toMatchObject({ status: 422, json: { errors: [{ path: 'code' }] } });
  const code = codeOf(secret, world.clock.now());
  const made = await promised<{ recoveryCodes: string[] }>('post', '/me/totp/confirm', { cookie, body: { code } });
  expect(made.recoveryCodes).toHaveLength(10);
  expect(await promised('get', '/me/second-factor', { cookie })).toEqual({
    totp: true,
    passkeys: [],
    recoveryCodesLeft: 10,
  });
  expect(await promised('get', '/me', { cookie })).toMatchObject({ secondFactor: 'totp' });
  expect(await refused('post', '/me/totp', { cookie })).toMatchObject({ status: 409, json: { kind: 'factor-there' } });
  expect(await promised('get', '/me/passkeys', { cookie })).toEqual({ data: [] });
  expect(await promised('post', '/me/recovery-codes', { cookie })).not.toEqual(made);
  expect(await promised('delete', '/me/totp', { cookie })).toEqual({ removed: true });
  expect(await refused('delete', '/me/totp', { cookie })).toMatchObject({ status: 404 });
});

test('a session is confirmed by password; a wrong one is a field that is wrong', async () => {
  const cookie = cookies.ada;
  const confirmed = await ask('POST', '/me/confirm', {
    cookie,
    body: { password: 'a fine long passphrase for tests' },
  });
  expect([confirmed.status, await confirmed.text()]).toEqual([204, '']);
  expect(await refused('post', '/me/confirm', { cookie, body: { password: 'not hers' } })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'password' }] },
  });
  const passkey = { question: 'x.y', answer: { id: 'x', rawId: 'x', type: 'public-key', response: {} } };
  expect(await refused('post', '/me/confirm', { cookie, body: passkey })).toMatchObject({ status: 422 });
});

test('what to ask a browser for', async () => {
  const asked = await promised<{ options: { rp: unknown } }>('post', '/me/passkeys/options', {
    cookie: cookies.ada,
    body: {},
  });
  expect(asked.options.rp).toMatchObject({ id: 'localhost' });
  const own = { cookie: cookies.ada, body: { for: 'confirm' } };
  expect(await promised('post', '/me/passkeys/options', own)).toMatchObject({
    options: { userVerification: 'required' },
  });
});
