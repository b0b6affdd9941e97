import { expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/roles';
import { acceptLink } from '@/lib/services/access/accept-link';
import { changeOwnPassword } from '@/lib/services/access/change-own-password';
import { endOwnSessions } from '@/lib/services/access/end-sessions';
import { listOwnSessions } from '@/lib/services/access/list-sessions';
import { resetPassword } from '@/lib/services/access/reset-password';
import { viewLink } from '@/lib/services/access/view-link';
import { changeRole } from '@/lib/services/people/change-role';
import { disablePerson } from '@/lib/services/people/disable-person';
import { enablePerson } from '@/lib/services/people/enable-person';
import { invitePerson } from '@/lib/services/people/invite-person';
import { listPeople } from '@/lib/services/people/list-people';
import { removePerson } from '@/lib/services/people/remove-person';
import { cast, castPassword, signedIn } from '../../../demo/cast';
import { peoplePerTest } from './people-world';

const newPassword = 'quite another passphrase';
const secretOf = (url: string) => url.split('/').at(-1) ?? '';

const people = peoplePerTest({ members: Object.values(cast) });

const ctxOf = (email: string) => people.signedIn(email);
const invite = async (email = 'ivo@example.org') => {
  const invited = await invitePerson(await ctxOf(cast.ada.email), { email, name: 'Ivo Marin', role: 'ops' });
  if (!invited.ok) throw new Error(invited.failure.kind);
  return secretOf(invited.value.link.url);
};
const accept = (kind: string, token: string, password = newPassword) =>
  acceptLink(people.nobody, { kind, token, password });

test('an invitation names all faulty fields at once, a taken address too', async () => {
  const refused = await invitePerson(await ctxOf(cast.ada.email), { email: cast.vera.email, name: '', role: 'king' });
  expect(refused).toMatchObject({ failure: { errors: [{ path: 'name' }, { path: 'role' }, { path: 'email' }] } });
});

test('who is invited chooses a password by the link, once', async () => {
  const token = await invite();
  expect(await people.guess('ivo@example.org', newPassword)).toMatchObject({ ok: false });
  expect(await viewLink(people.nobody, { kind: 'invitation', token })).toMatchObject({
    value: { name: 'Ivo Marin' },
  });
  expect(await accept('invitation', token)).toEqual({ ok: true, value: { email: 'ivo@example.org' } });
  expect(await people.guess('ivo@example.org', newPassword)).toMatchObject({ ok: true });
  expect(await accept('invitation', token, 'a third passphrase here')).toMatchObject({
    failure: { kind: 'link-expired' },
  });
  expect(await people.actions()).toEqual(expect.arrayContaining(['person-invited', 'invitation-accepted']));
});

test('a link opens only the door it was made for, and dies of age', async () => {
  const token = await invite();
  expect(await accept('password-reset', token)).toMatchObject({ failure: { kind: 'link-expired' } });
  people.pass(7 * 86_400_000 + 1);
  expect(await accept('invitation', token)).toMatchObject({ failure: { kind: 'link-expired' } });
});

test('a password nobody should use is refused, and the link stays good', async () => {
  const token = await invite();
  for (const weak of ['short', 'password1234', 'ivo@example.org', 'x'.repeat(129)]) {
    expect(await accept('invitation', token, weak)).toMatchObject({ failure: { errors: [{ path: 'password' }] } });
  }
  expect(await accept('invitation', token)).toMatchObject({ ok: true });
});

test('an address belongs to one person', async () => {
  const again = await invitePerson(people.cli, { email: 'VERA@example.org', name: 'Vera II', role: 'admin' });
  expect(again).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path: 'email' }] } });
});

test('a reset link ends what the old password opened; only the newest link works', async () => {
  const session = await people.open(cast.vera.email);
  const links = [];
  for (let round = 0; round < 2; round += 1) {
    const reset = await resetPassword(people.cli, { person: cast.vera.email });
    if (reset.ok) links.push(secretOf(reset.value.link.url));
  }
  expect(await people.ctxOf(session)).not.toBeNull();
  expect(await accept('password-reset', links[0] ?? '')).toMatchObject({ failure: { kind: 'link-expired' } });
  expect(await accept('password-reset', links[1] ?? '')).toMatchObject({ ok: true });
  expect(await people.ctxOf(session)).toBeNull();
  expect(await people.guess(cast.vera.email, castPassword)).toMatchObject({ ok: false });
  expect(await people.guess(cast.vera.email, newPassword)).toMatchObject({ ok: true });
});

test('disabling ends sessions and open links at once; enabling lets in again by password', async () => {
  const session = await people.open(cast.vera.email);
  const reset = await resetPassword(people.cli, { person: cast.vera.email });
  const token = reset.ok ? secretOf(reset.value.link.url) : '';
  expect(await disablePerson(await ctxOf(cast.ada.email), { person: cast.vera.email })).toMatchObject({ ok: true });
  expect(await people.ctxOf(session)).toBeNull();
  expect(await people.guess(cast.vera.email, castPassword)).toMatchObject({ ok: false });
  expect(await accept('password-reset', token)).toMatchObject({ failure: { kind: 'link-expired' } });
  expect(await resetPassword(people.cli, { person: cast.vera.email })).toMatchObject({
    failure: { kind: 'person-disabled' },
  });
  await enablePerson(people.cli, { person: cast.vera.email });
  expect(await people.ctxOf(session)).toBeNull();
  expect(await people.guess(cast.vera.email, castPassword)).toMatchObject({ ok: true });
});

test('a new role holds from a new sign-in on, and the old session is over', async () => {
  const session = await people.open(cast.vera.email);
  expect(await changeRole(people.cli, { person: cast.vera.email, role: 'manager' })).toMatchObject({
    value: { person: { role: 'manager' } },
  });
  expect(await people.ctxOf(session)).toBeNull();
  expect((await ctxOf(cast.vera.email)).actor).toMatchObject({ role: 'manager' });
});

test('saving the role somebody has signs nobody out and is no change', async () => {
  const session = await people.open(cast.vera.email);
  expect(await changeRole(people.cli, { person: cast.vera.email, role: 'viewer' })).toMatchObject({ ok: true });
  expect(await enablePerson(people.cli, { person: cast.vera.email })).toMatchObject({ ok: true });
  expect(await removePerson(people.cli, { person: cast.vera.email })).toMatchObject({
    failure: { kind: 'person-came' },
  });
  expect(await people.ctxOf(session)).not.toBeNull();
  expect(await people.actions()).not.toContain('role-changed');
});

test('the last active admin can be neither demoted nor disabled', async () => {
  const ada = await ctxOf(cast.ada.email);
  const refused = { ok: false, failure: { kind: 'last-admin' } };
  expect(await changeRole(ada, { person: cast.ada.email, role: 'viewer' })).toEqual(refused);
  expect(await disablePerson(ada, { person: cast.ada.email })).toEqual(refused);
  expect(await changeRole(ada, { person: cast.ada.email, role: 'admin' })).toMatchObject({ ok: true });
});

test('changing one’s password asks for the current one and ends every other session', async () => {
  const other = await people.open(cast.vera.email);
  const own = await people.open(cast.vera.email);
  const ctx = await people.ctxOf(own);
  if (ctx === null) throw new Error('not signed in');
  const wrong = await changeOwnPassword(ctx, { current: 'not it', password: newPassword });
  expect(wrong).toMatchObject({ failure: { errors: [{ path: 'current' }] } });
  const right = await changeOwnPassword(ctx, { current: castPassword, password: newPassword });
  expect(right).toEqual({ ok: true, value: { endedSessions: 1, revokedTokens: 0 } });
  expect(await people.ctxOf(other)).toBeNull();
  expect(await people.ctxOf(own)).not.toBeNull();
});

test('a stolen session is no place to guess the password in peace', async () => {
  const ctx = await ctxOf(cast.vera.email);
  const change = () => changeOwnPassword(ctx, { current: 'not it', password: newPassword });
  for (let guess = 0; guess < 10; guess += 1) await change();
  expect(await change()).toMatchObject({ failure: { kind: 'too-many' } });
});

test('one’s own sessions are listed and ended, never those of others', async () => {
  const foreign = await ctxOf(cast.max.email);
  const other = await people.open(cast.vera.email);
  const ctx = await ctxOf(cast.vera.email);
  const listed = await listOwnSessions(ctx, {});
  const sessions = listed.ok ? listed.value.sessions : [];
  expect(sessions.map((session) => session.current)).toEqual([true, false]);
  const foreignId = foreign.actor.kind === 'person' && 'session' in foreign.actor.via ? foreign.actor.via.session : '';
  expect(await endOwnSessions(ctx, { session: foreignId })).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await endOwnSessions(ctx, { session: sessions[1]?.id ?? '' })).toEqual({ ok: true, value: { ended: 1 } });
  expect(await people.ctxOf(other)).toBeNull();
});

test.each([cast.max, cast.olga, cast.vera])('$role may not manage people, and the try is audited', async (member) => {
  const ctx = people.as(signedIn(member));
  for (const service of [listPeople, invitePerson, changeRole, disablePerson, enablePerson, resetPassword]) {
    expect(await service(ctx, {})).toMatchObject({ failure: { kind: 'not-allowed' } });
  }
  const denied = await people.world.store.audit.page('first', { limit: 9, beforeSeq: null, action: 'denied' });
  expect(denied).toMatchObject([{ actorId: member.id, target: 'people:manage', times: 6 }]);
});

test('nobody manages nothing', async () => {
  for (const service of [listPeople, changeOwnPassword, listOwnSessions]) {
    expect(await service(people.nobody, {})).toEqual({ ok: false, failure: { kind: 'not-signed-in' } });
  }
  const unknown: Actor = signedIn(cast.ada);
  expect(await changeRole(people.as(unknown), { person: 'no-such', role: 'ops' })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});
