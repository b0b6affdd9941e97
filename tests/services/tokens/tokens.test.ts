import { expect, test } from 'vitest';
import { acceptLink } from '@/lib/services/access/accept-link';
import { changeOwnPassword } from '@/lib/services/access/change-own-password';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import { resetPassword } from '@/lib/services/access/reset-password';
import { changeRole } from '@/lib/services/people/change-role';
import { disablePerson } from '@/lib/services/people/disable-person';
import { listPeople } from '@/lib/services/people/list-people';
import { createOwnToken, createToken } from '@/lib/services/tokens/create-token';
import { listOwnTokens, listTokens } from '@/lib/services/tokens/list-tokens';
import { revokeOwnTokens, revokeTokens, revokeTokensNamed } from '@/lib/services/tokens/revoke-tokens';
import { cast, castPassword } from '../../../demo/cast';
import { organisationId, peoplePerTest } from '../people/people-world';

const people = peoplePerTest({ members: Object.values(cast) });

const ctxOf = (email: string) => people.signedIn(email);
const known = (secret: string) => recogniseToken(people.world, { secret, network: null });
const make = async (email: string, more: object = {}) => {
  const made = await createOwnToken(await ctxOf(email), { name: 'Reporting', ...more });
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
};

test('a token is told once, and speaks for its owner within its scope', async () => {
  const { token } = await make(cast.ada.email);
  expect(token).toMatch(/^ea_[\w-]{43}$/);
  expect((await known(token))?.actor).toMatchObject({ email: cast.ada.email, via: { scope: 'read' } });
  const listed = await listOwnTokens(await ctxOf(cast.ada.email), {});
  expect(JSON.stringify(listed)).not.toContain(token);
  expect(listed).toMatchObject({ value: { tokens: [{ name: 'Reporting', last4: token.slice(-4) }] } });
});

test('a read token of an admin manages nobody', async () => {
  const ctx = await known((await make(cast.ada.email)).token);
  if (ctx === null) throw new Error('not known');
  expect(await listPeople(ctx, {})).toMatchObject({ failure: { kind: 'not-allowed' } });
  expect(await createOwnToken(ctx, { name: 'More', scope: 'write' })).toMatchObject({
    failure: { kind: 'session-needed' },
  });
});

test('a token ends with revocation, with its day, with its owner', async () => {
  const [revoked, expired, orphaned] = [
    await make(cast.ada.email),
    await make(cast.ada.email, { days: '1' }),
    await make(cast.vera.email),
  ];
  expect(await revokeOwnTokens(await ctxOf(cast.ada.email), { token: revoked.id })).toMatchObject({ ok: true });
  expect(await known(revoked.token)).toBeNull();
  expect(await known(expired.token)).not.toBeNull();
  people.pass(86_400_000 + 1);
  expect(await known(expired.token)).toBeNull();
  await disablePerson(people.cli, { person: cast.vera.email });
  expect(await known(orphaned.token)).toBeNull();
});

test('a token never does more than its owner may by now', async () => {
  const { token } = await make(cast.olga.email, { scope: 'write' });
  await changeRole(people.cli, { person: cast.olga.email, role: 'viewer' });
  expect((await known(token))?.actor).toMatchObject({ role: 'viewer' });
});

test('nobody revokes a token of somebody else', async () => {
  const made = await make(cast.ada.email);
  const vera = await ctxOf(cast.vera.email);
  expect(await revokeOwnTokens(vera, { token: made.id })).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await known(made.token)).not.toBeNull();
});

test('the command line makes and revokes tokens for others, by address and name', async () => {
  const made = await createToken(people.cli, { person: cast.max.email, name: 'BI', scope: 'refresh', days: 30 });
  expect(made).toMatchObject({ ok: true, value: { name: 'BI' } });
  expect(await revokeTokensNamed(people.cli, { person: cast.max.email, name: 'BI' })).toEqual({
    ok: true,
    value: { revoked: 1 },
  });
  expect(await known(made.ok ? made.value.token : '')).toBeNull();
  expect(await revokeTokensNamed(people.cli, { person: cast.max.email, name: 'BI' })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});

test.each(['', 'ea_', 'ea_x', 'Bearer', 'ea_'.padEnd(46, 'A')])('%j is nobody', async (secret) => {
  expect(await known(secret)).toBeNull();
});

test('a token made, used and revoked is in the audit log, its text is not', async () => {
  const made = await make(cast.ada.email);
  await revokeOwnTokens(await ctxOf(cast.ada.email), { token: made.id });
  expect(await people.actions()).toEqual(expect.arrayContaining(['token-created', 'token-revoked']));
  const entries = await people.world.store.audit.page(organisationId, { limit: 100, beforeSeq: null });
  expect(JSON.stringify(entries)).not.toContain(made.token.slice(3));
});

test('a token lasts 90 days where nobody says otherwise, a year at most, and none for ever', async () => {
  const dayMs = 86_400_000;
  const now = people.world.clock.now().getTime();
  expect((await make(cast.ada.email)).expiresAt.getTime() - now).toBe(90 * dayMs);
  expect((await make(cast.ada.email, { days: '365' })).expiresAt.getTime() - now).toBe(365 * dayMs);
  const ctx = await ctxOf(cast.ada.email);
  for (const days of ['366', '0', '', 'never', '1e2', null]) {
    expect(await createOwnToken(ctx, { name: 'Reporting', days })).toMatchObject({
      failure: { kind: 'invalid-input' },
    });
  }
});

test('the list tells scope, owner, last use and from where', async () => {
  const { token } = await make(cast.max.email, { scope: 'refresh' });
  await recogniseToken(people.world, { secret: token, network: '203.0.113.4' });
  const { id, name, email } = cast.max;
  const used = {
    scope: 'refresh',
    lastNetwork: '203.0.113.4',
    lastUsedAt: people.world.clock.now(),
    owner: { id, name, email },
  };
  expect(await listOwnTokens(await ctxOf(cast.max.email), {})).toMatchObject({ value: { tokens: [used] } });
  expect(await listTokens(await ctxOf(cast.ada.email), { person: id })).toMatchObject({ value: { tokens: [used] } });
});

test('an admin revokes anybody’s token, one or all; nobody else does', async () => {
  const tokens = [await make(cast.max.email), await make(cast.max.email), await make(cast.max.email)];
  const [ada, olga] = [await ctxOf(cast.ada.email), await ctxOf(cast.olga.email)];
  const person = cast.max.id;
  const [one = ''] = tokens.map(({ id }) => id);
  expect(await revokeTokens(olga, { person, token: one })).toMatchObject({ failure: { kind: 'not-allowed' } });
  expect(await listTokens(olga, { person })).toMatchObject({ failure: { kind: 'not-allowed' } });
  expect(await revokeTokens(ada, { person, token: one })).toEqual({ ok: true, value: { revoked: 1 } });
  expect(await revokeTokens(ada, { person, token: one })).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await revokeTokens(ada, { person, token: 'others' })).toEqual({ ok: true, value: { revoked: 2 } });
  expect(await revokeTokens(ada, { person, token: 'others' })).toEqual({ ok: true, value: { revoked: 0 } });
  for (const { token } of tokens) expect(await known(token)).toBeNull();
});

test('a token that revokes all spares itself, unless it says so', async () => {
  const [asking, other] = [await make(cast.max.email, { scope: 'write' }), await make(cast.max.email)];
  const ctx = await known(asking.token);
  if (ctx === null) throw new Error('not known');
  expect(await revokeOwnTokens(ctx, { token: 'others' })).toEqual({ ok: true, value: { revoked: 1 } });
  expect([(await known(asking.token)) === null, (await known(other.token)) === null]).toEqual([false, true]);
  expect(await revokeOwnTokens(ctx, { token: 'others', current: '1' })).toEqual({ ok: true, value: { revoked: 1 } });
  expect(await known(asking.token)).toBeNull();
});

test('a new password revokes one’s tokens where that was asked for, and no others', async () => {
  const [ada, vera] = [await make(cast.ada.email), await make(cast.vera.email)];
  const change = (more: object) => ({ current: castPassword, password: 'a newer and better passphrase', ...more });
  const changed = await changeOwnPassword(await ctxOf(cast.vera.email), change({}));
  expect(changed).toMatchObject({ value: { revokedTokens: 0 } });
  expect(await known(vera.token)).not.toBeNull();
  expect(await changeOwnPassword(await ctxOf(cast.ada.email), change({ revokeTokens: 'on' }))).toMatchObject({
    value: { revokedTokens: 1 },
  });
  expect(await known(ada.token)).toBeNull();
  const link = await resetPassword(people.cli, { person: cast.vera.email });
  const token = link.ok ? (link.value.link.url.split('/').at(-1) ?? '') : '';
  const chosen = { kind: 'password-reset', token, password: 'another fine passphrase', revokeTokens: true };
  expect(await acceptLink(people.nobody, chosen)).toMatchObject({ ok: true });
  expect(await known(vera.token)).toBeNull();
  const [last] = await people.world.store.audit.page(organisationId, { limit: 1, beforeSeq: null });
  expect([last?.action, last?.actorId]).toEqual(['token-revoked', cast.vera.id]);
});
