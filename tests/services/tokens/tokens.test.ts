import { expect, test } from 'vitest';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import { changeRole } from '@/lib/services/people/change-role';
import { disablePerson } from '@/lib/services/people/disable-person';
import { listPeople } from '@/lib/services/people/list-people';
import { createOwnToken, createToken } from '@/lib/services/tokens/create-token';
import { listOwnTokens } from '@/lib/services/tokens/list-own-tokens';
import { revokeOwnToken, revokeToken } from '@/lib/services/tokens/revoke-token';
import { cast } from '../../../demo/cast';
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
    failure: { kind: 'not-allowed' },
  });
});

test('a token ends with revocation, with its day, with its owner', async () => {
  const [revoked, expired, orphaned] = [
    await make(cast.ada.email),
    await make(cast.ada.email, { days: '1' }),
    await make(cast.vera.email),
  ];
  expect(await revokeOwnToken(await ctxOf(cast.ada.email), { token: revoked.id })).toMatchObject({ ok: true });
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
  expect(await revokeOwnToken(vera, { token: made.id })).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await known(made.token)).not.toBeNull();
});

test('the command line makes and revokes tokens for others, by address and name', async () => {
  const made = await createToken(people.cli, { person: cast.max.email, name: 'BI', scope: 'refresh', days: 30 });
  expect(made).toMatchObject({ ok: true, value: { name: 'BI' } });
  expect(await revokeToken(people.cli, { person: cast.max.email, name: 'BI' })).toEqual({
    ok: true,
    value: { revoked: 1 },
  });
  expect(await known(made.ok ? made.value.token : '')).toBeNull();
  expect(await revokeToken(people.cli, { person: cast.max.email, name: 'BI' })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});

test.each(['', 'ea_', 'ea_x', 'Bearer', 'ea_'.padEnd(46, 'A')])('%j is nobody', async (secret) => {
  expect(await known(secret)).toBeNull();
});

test('a token made, used and revoked is in the audit log, its text is not', async () => {
  const made = await make(cast.ada.email);
  await revokeOwnToken(await ctxOf(cast.ada.email), { token: made.id });
  expect(await people.actions()).toEqual(expect.arrayContaining(['token-created', 'token-revoked']));
  const entries = await people.world.store.audit.page(organisationId, { limit: 100, beforeSeq: null });
  expect(JSON.stringify(entries)).not.toContain(made.token.slice(3));
});
