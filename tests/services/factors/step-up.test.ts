import { expect, test } from 'vitest';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import { resetPassword } from '@/lib/services/access/reset-password';
import { setPassword } from '@/lib/services/access/set-password';
import { signOut } from '@/lib/services/access/sign-out';
import { viewMe } from '@/lib/services/access/view-me';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { type Context, confirmedSince } from '@/lib/services/context';
import { beginTotp } from '@/lib/services/factors/begin-totp';
import { confirmTotp } from '@/lib/services/factors/confirm-totp';
import { confirmYourself } from '@/lib/services/factors/confirm-yourself';
import { removeTotp } from '@/lib/services/factors/remove-totp';
import { renewRecoveryCodes } from '@/lib/services/factors/renew-recovery-codes';
import { resetFactors } from '@/lib/services/factors/reset-factors';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { addPerson } from '@/lib/services/people/add-person';
import { changeRole } from '@/lib/services/people/change-role';
import { correctPerson } from '@/lib/services/people/correct-person';
import { disablePerson } from '@/lib/services/people/disable-person';
import { enablePerson } from '@/lib/services/people/enable-person';
import { invitePerson } from '@/lib/services/people/invite-person';
import { listPeople } from '@/lib/services/people/list-people';
import { removePerson } from '@/lib/services/people/remove-person';
import { createOwnToken, createToken } from '@/lib/services/tokens/create-token';
import { cast, castPassword } from '../../../demo/cast';
import { peoplePerTest } from '../people/people-world';
import { enrolled } from './factor-world';

const { ada, vera } = cast;
const people = peoplePerTest({ members: [ada, vera] });
const confirmed = {
  addPerson,
  beginTotp,
  changeRole,
  confirmTotp,
  correctPerson,
  createOwnToken,
  createToken,
  disablePerson,
  enablePerson,
  invitePerson,
  removePerson,
  removeTotp,
  renewRecoveryCodes,
  resetFactors,
  resetPassword,
  saveConnection,
  setPassword,
};
const refused = (kind: string) => ({ ok: false, failure: { kind } });
const minute = 60_000;

/** As somebody whose last proof of who they are is so old; below zero it lies ahead. */
const confirmedBefore = (ctx: Context, ms: number): Context =>
  confirmedSince(ctx, new Date(people.world.clock.now().getTime() - ms));

async function tokenOf(ctx: Context): Promise<Context> {
  const made = await createOwnToken(ctx, { name: 'Script', scope: 'write' });
  const known = made.ok ? await recogniseToken(people.world, { secret: made.value.token, network: null }) : null;
  if (known === null) throw new Error('no token');
  return known;
}

test.each(Object.entries(confirmed))('%s asks who one is after 10 minutes, and takes no token', async (_, act) => {
  const ctx = await people.signedIn(ada.email);
  for (const ms of [10 * minute + 1, 24 * 60 * minute, -minute - 1, -30 * 24 * 60 * minute]) {
    expect(await act(confirmedBefore(ctx, ms), {})).toEqual(refused('confirm-yourself'));
  }
  for (const ms of [0, 10 * minute, -minute]) {
    expect(await act(confirmedBefore(ctx, ms), {})).not.toEqual(refused('confirm-yourself'));
  }
  expect(await act(await tokenOf(ctx), {})).toEqual(refused('session-needed'));
});

test('a session of before knows no confirmation', async () => {
  const ctx = await people.signedIn(ada.email);
  const { store, clock } = people.world;
  const session = { id: 'old', userId: ada.id, createdAt: clock.now(), lastSeenAt: clock.now(), userAgent: '' };
  await store.sessions.create({ ...session, expiresAt: new Date(clock.now().getTime() + 3_600_000) });
  const holder = await store.sessions.holder('old', clock.now());
  expect(holder?.confirmedAt).toBeNull();
  const actor = {
    ...ctx.actor,
    via: { session: 'old', signedInBy: 'password', confirmedAt: null },
  } as Context['actor'];
  expect(await changeRole({ ...ctx, actor }, { person: vera.email, role: 'ops' })).toEqual(refused('confirm-yourself'));
});

test.each(['password', 'proof'] as const)('the password as %s confirms the session, on every process', async (name) => {
  const secret = await people.open(ada.email);
  people.pass(11 * minute);
  const ctx = await people.ctxOf(secret);
  if (ctx === null) throw new Error('not signed in');
  const change = { person: vera.email, role: 'ops' };
  expect(await changeRole(ctx, change)).toEqual(refused('confirm-yourself'));
  expect(await confirmYourself(ctx, { [name]: 'not her password' })).toMatchObject({
    failure: { kind: 'invalid-input', errors: [{ path: name }] },
  });
  expect(await confirmYourself(ctx, { [name]: castPassword })).toMatchObject({ ok: true });
  const again = await people.ctxOf(secret);
  expect(again && (await changeRole(again, change))).toMatchObject({ ok: true });
  expect((await people.actions()).slice(-3)).toEqual(['confirmation-refused', 'confirmed', 'role-changed']);
});

test('a code and a recovery code confirm, too, each once', async () => {
  const ctx = await people.signedIn(ada.email);
  const { code, recoveryCodes } = await enrolled(people, ctx);
  const shown = code();
  expect(await confirmYourself(ctx, { code: shown })).toMatchObject({ ok: true });
  expect(await confirmYourself(ctx, { code: shown })).toMatchObject({ failure: { errors: [{ path: 'code' }] } });
  expect(await confirmYourself(ctx, { proof: recoveryCodes[0] })).toMatchObject({ ok: true });
  expect(await confirmYourself(ctx, { proof: recoveryCodes[0] })).toMatchObject({
    failure: { errors: [{ path: 'proof' }] },
  });
});

test('a session has ten wrong proofs of its own, whatever strangers guess meanwhile', async () => {
  const ctx = await people.signedIn(ada.email);
  for (let count = 0; count < 10; count += 1) await people.guess(ada.email, 'wrong guess');
  for (let count = 0; count < 10; count += 1) {
    expect(await confirmYourself(ctx, { password: 'wrong guess' })).toMatchObject({
      failure: { kind: 'invalid-input' },
    });
  }
  expect(await confirmYourself(ctx, { password: castPassword })).toMatchObject({ failure: { kind: 'too-many' } });
});

test('a session that ended is confirmed by nothing', async () => {
  const ctx = await people.signedIn(ada.email);
  await signOut(ctx, {});
  expect(await confirmYourself(ctx, { password: castPassword })).toEqual(refused('not-signed-in'));
});

test('who must have a second factor and has none may set one up, look who they are and leave, and nothing else', async () => {
  const secret = await people.open(ada.email);
  const strict = {
    ...people.world.config,
    signIn: { ...people.world.config.signIn, factorRequired: new Set(['admin'] as const) },
  };
  const asked = async () => {
    const ctx = await people.ctxOf(secret);
    if (ctx === null) throw new Error('not signed in');
    return { ...ctx, config: strict };
  };
  const ctx = await asked();
  const token = { ...(await tokenOf(await people.signedIn(ada.email))), config: strict };
  for (const who of [ctx, token]) {
    expect(await listPeople(who, {})).toEqual(refused('second-factor-needed'));
    expect(await createOwnToken(who, { name: 'x' })).toEqual(refused('second-factor-needed'));
    expect(await viewMe(who, {})).toMatchObject({ value: { secondFactor: 'none' } });
  }
  expect(await viewOwnFactors(ctx, {})).toMatchObject({ ok: true });
  await enrolled(people, ctx);
  expect(await listPeople(await asked(), {})).toMatchObject({ ok: true });
  expect(await viewMe(await asked(), {})).toMatchObject({ value: { secondFactor: 'totp', signedInBy: 'password' } });
  const others = await people.signedIn(vera.email);
  expect(await viewMe({ ...others, config: strict }, {})).toMatchObject({ ok: true });
  const out = await asked();
  expect(await signOut(out, {})).toMatchObject({ value: { ended: true } });
});

test.each([
  { required: ['admin'], needed: false },
  { required: ['admin', 'sso'], needed: true },
  { required: ['viewer', 'sso'], needed: false },
] as const)('who came by single sign-on is asked for one where it says so: $required', async ({ required, needed }) => {
  const { store, clock, config } = people.world;
  const at = clock.now();
  const expiresAt = new Date(at.getTime() + 3_600_000);
  const { fingerprint } = await import('@/lib/services/parts/random-secret');
  const id = await fingerprint('by sso');
  const row = { id, userId: ada.id, createdAt: at, lastSeenAt: at, expiresAt, userAgent: '' };
  await store.sessions.create({ ...row, signedInBy: 'sso', confirmedAt: at });
  const ctx = await people.ctxOf('by sso');
  const strict = { ...config, signIn: { ...config.signIn, factorRequired: new Set(required) } };
  expect(ctx && (await viewMe(ctx, {}))).toMatchObject({ value: { secondFactor: 'sso', signedInBy: 'sso' } });
  const listed = ctx && (await listPeople({ ...ctx, config: strict }, {}));
  expect(listed?.ok).toBe(!needed);
});
