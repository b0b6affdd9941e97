import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayBringFile } from '@/app/_doors/enter/may-bring-file';
import { createOwnToken } from '@/lib/services/tokens/create-token';
import { cast } from '../../demo/cast';
import { peoplePerTest } from '../services/people/people-world';

const held = Symbol.for('enpass-adoption.world');
const shared = globalThis as typeof globalThis & { [held]?: unknown };
const cookieName = '__Host-authjs.session-token';

const people = peoplePerTest({ members: [cast.ada, cast.olga, cast.vera] });
beforeEach(() => {
  shared[held] = { world: Promise.resolve(people.world), stopping: new AbortController() };
});
afterEach(() => {
  delete shared[held];
});

const cookieOf = async (email: string): Promise<string> => {
  const { authSecret: secret } = people.world.config;
  return `${cookieName}=${await encode({ token: { secret: await people.open(email) }, secret, salt: cookieName })}`;
};
const bearerOf = async (email: string, scope: string) => {
  const ctx = await people.ctxOf(await people.open(email));
  const made = ctx && (await createOwnToken(ctx, { name: 'Test', scope }));
  if (!made?.ok) throw new Error('no token');
  return `Bearer ${made.value.token}`;
};
const ask = (asker: { cookie?: string; authorization?: string }) =>
  mayBringFile({ cookie: null, authorization: null, ...asker });

test('a file comes from who is known now and may import, by session or by token', async () => {
  expect(await ask({ cookie: await cookieOf(cast.olga.email) })).toBe('yes');
  expect(await ask({ cookie: await cookieOf(cast.vera.email) })).toBe('not-allowed');
  expect(await ask({ authorization: await bearerOf(cast.ada.email, 'write') })).toBe('yes');
  expect(await ask({ authorization: await bearerOf(cast.ada.email, 'read') })).toBe('not-allowed');
});

test.each([
  ['nobody', {}],
  ['a cookie that nobody sealed', { cookie: `${cookieName}=eyJhbGciOiJkaXIifQ..x.y.z` }],
  ['a token that nobody made', { authorization: `Bearer ea_${'A'.repeat(43)}` }],
])('%s brings none', async (_, asker) => {
  expect(await ask(asker)).toBe('not-signed-in');
});

test('a token that is not good is not helped by a session that is', async () => {
  const cookie = await cookieOf(cast.olga.email);
  expect(await ask({ cookie, authorization: 'Bearer ea_x' })).toBe('not-signed-in');
});

test('while the database is away nobody can be judged', async () => {
  const cookie = await cookieOf(cast.olga.email);
  const away = Promise.reject(Object.assign(new Error('gone'), { name: 'DatabaseUnavailable' }));
  shared[held] = { world: away, stopping: new AbortController() };
  expect(await ask({ cookie })).toBe('database-away');
});
