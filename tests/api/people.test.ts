import { expect, test } from 'vitest';
import { endSessions } from '@/lib/services/access/end-sessions';
import { signIn } from '@/lib/services/access/sign-in';
import { cast, castPassword, nobody } from '../../demo/cast';
import { apiWorld } from './api-world';

const api = apiWorld();
type Listed = { data: { id: string; current: boolean }[]; next: string | null };

const open = async (email: string) => {
  const opened = await signIn(api.world.as(nobody), { email, password: castPassword, userAgent: 'Vitest' });
  expect(opened.ok).toBe(true);
};

test('people are listed by name, with what is fixed of each', async () => {
  const listed = await api.promised<{ data: object[] }>('get', '/people');
  expect(listed.data[0]).toEqual({
    id: 'ada',
    email: cast.ada.email,
    name: cast.ada.name,
    role: 'admin',
    status: 'active',
    lastSignInAt: null,
    secondFactor: 'none',
  });
  expect(listed.data).toHaveLength(4);
});

test('a list comes in pages, and an unknown cursor or field is told', async () => {
  const first = await api.promised<{ data: { id: string }[]; next: string }>('get', '/people', { query: '?limit=3' });
  expect(first.data.map(({ id }) => id)).toEqual(['ada', 'max', 'olga']);
  const rest = await api.promised<Listed>('get', '/people', { query: `?limit=3&cursor=${first.next}` });
  expect([rest.data.map(({ id }) => id), rest.next]).toEqual([['vera'], null]);
  for (const query of ['?cursor=nobody', '?limit=0', '?page=2']) {
    expect((await api.refused('get', '/people', { query })).status).toBe(422);
  }
});

test('sessions of others are listed and ended by an admin, one or all', async () => {
  const at = { id: 'vera' };
  await api.promised('delete', '/people/{id}/sessions', { at });
  for (let time = 0; time < 3; time += 1) await open(cast.vera.email);
  const listed = await api.promised<Listed>('get', '/people/{id}/sessions', { at });
  expect(listed.data).toHaveLength(3);
  const now = api.world.clock.now();
  expect(listed.data[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/),
    current: false,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 168 * 3_600_000).toISOString(),
    userAgent: 'Vitest',
    network: '192.0.2.7',
    signedInBy: 'password',
  });
  const one = { ...at, session: listed.data[0]?.id ?? '' };
  expect(await api.promised('delete', '/people/{id}/sessions/{session}', { at: one })).toEqual({ ended: 1 });
  expect((await api.refused('delete', '/people/{id}/sessions/{session}', { at: one })).status).toBe(404);
  expect(await api.promised('delete', '/people/{id}/sessions', { at })).toEqual({ ended: 2 });
  expect(await api.promised('delete', '/people/{id}/sessions', { at })).toEqual({ ended: 0 });
});

test('one’s own sessions, by a token: none of them asks', async () => {
  await open(cast.max.email);
  const token = api.tokens.max;
  const listed = await api.promised<Listed>('get', '/me/sessions', { token });
  expect(listed.data.map(({ current }) => current)).toEqual([false]);
  const at = { session: listed.data[0]?.id ?? '' };
  expect((await api.refused('delete', '/me/sessions/{session}', { at, token: api.tokens.vera })).status).toBe(404);
  expect(await api.promised('delete', '/me/sessions/{session}', { at, token })).toEqual({ ended: 1 });
  await open(cast.max.email);
  expect(await api.promised('delete', '/me/sessions', { token })).toEqual({ ended: 1 });
  expect((await api.refused('delete', '/me/sessions', { token, query: '?current=yes' })).status).toBe(422);
});

test('one’s own tokens: all but the one that asks, and that one by its word alone', async () => {
  const token = api.tokens.max;
  const listed = await api.promised<Listed>('get', '/me/tokens', { token });
  expect(listed.data.map(({ current }) => current).sort()).toEqual([false, true]);
  expect(listed.data.find(({ current }) => current)).toMatchObject({
    scope: 'write',
    owner: { id: 'max', name: cast.max.name, email: cast.max.email },
  });
  expect(await api.promised('delete', '/me/tokens', { token })).toEqual({ revoked: 1 });
  expect(await api.promised('delete', '/me/tokens', { token, query: '?current=1' })).toEqual({ revoked: 1 });
  expect((await api.refused('get', '/me/tokens', { token })).status).toBe(401);
});

test('tokens of others are an admin’s to end', async () => {
  const at = { id: 'vera' };
  const listed = await api.promised<Listed>('get', '/people/{id}/tokens', { at });
  const one = { ...at, token: listed.data[0]?.id ?? '' };
  expect(await api.promised('delete', '/people/{id}/tokens/{token}', { at: one })).toEqual({ revoked: 1 });
  expect((await api.refused('get', '/me/tokens', { token: api.tokens.vera })).status).toBe(401);
  expect((await api.refused('delete', '/people/{id}/tokens/{token}', { at: one })).status).toBe(404);
  expect(
    await endSessions(api.world.as({ kind: 'job', name: 'cli' }), { person: 'vera', session: 'others' }),
  ).toMatchObject({ ok: true });
});
