import { expect, test } from 'vitest';
import { endOwnSessions, endSessions } from '@/lib/services/access/end-sessions';
import { listSessions } from '@/lib/services/access/list-sessions';
import { confirmYourself } from '@/lib/services/factors/confirm-yourself';
import { cast, castPassword } from '../../../demo/cast';
import { organisationId, peoplePerTest } from '../people/people-world';

const people = peoplePerTest({ members: Object.values(cast) });

test('an admin sees and ends anybody’s sessions, and the audit log says whose', async () => {
  const [first, second] = [await people.open(cast.vera.email), await people.open(cast.vera.email)];
  const ada = await people.signedIn(cast.ada.email);
  const listed = await listSessions(ada, { person: cast.vera.email });
  const ids = listed.ok ? listed.value.sessions.map(({ id, current }) => ({ id, current })) : [];
  expect(ids.map(({ current }) => current)).toEqual([false, false]);
  expect(await endSessions(ada, { person: cast.vera.id, session: ids[0]?.id })).toEqual({
    ok: true,
    value: { ended: 1 },
  });
  expect(await endSessions(ada, { person: cast.vera.id, session: ids[0]?.id })).toMatchObject({
    failure: { kind: 'not-found' },
  });
  expect(await endSessions(ada, { person: cast.vera.id, session: 'others' })).toEqual({
    ok: true,
    value: { ended: 1 },
  });
  expect([await people.ctxOf(first), await people.ctxOf(second)]).toEqual([null, null]);
  const [entry] = await people.world.store.audit.page(organisationId, { limit: 1, beforeSeq: null });
  expect(entry).toMatchObject({
    action: 'sessions-ended',
    actorId: cast.ada.id,
    target: cast.vera.id,
    detail: { ended: 1 },
  });
});

test('a session is ended with its owner’s name alone', async () => {
  await people.open(cast.vera.email);
  const ada = await people.signedIn(cast.ada.email);
  const listed = await listSessions(ada, { person: cast.vera.id });
  const session = listed.ok ? listed.value.sessions[0]?.id : '';
  for (const person of [cast.max.id, 'nobody-here']) {
    expect(await endSessions(ada, { person, session })).toMatchObject({ failure: { kind: 'not-found' } });
  }
});

test.each([cast.max, cast.olga, cast.vera])('$role neither sees nor ends sessions of others', async (member) => {
  const secret = await people.open(cast.ada.email);
  const ctx = await people.signedIn(member.email);
  const person = cast.ada.id;
  expect(await listSessions(ctx, { person })).toMatchObject({ failure: { kind: 'not-allowed' } });
  expect(await endSessions(ctx, { person, session: 'others' })).toMatchObject({ failure: { kind: 'not-allowed' } });
  expect(await people.ctxOf(secret)).not.toBeNull();
});

test('ending other sessions asks again who one is', async () => {
  const other = await people.open(cast.ada.email);
  const ada = await people.signedIn(cast.ada.email);
  people.pass(10 * 60_000 + 1);
  const asked = { ok: false, failure: { kind: 'confirm-yourself' } };
  expect(await endOwnSessions(ada, { session: 'others' })).toEqual(asked);
  expect(await people.ctxOf(other)).not.toBeNull();
  expect(await confirmYourself(ada, { password: castPassword })).toMatchObject({ ok: true });
});

test('all of one’s own end but the one that asks, by whichever way, unless it says so', async () => {
  const ada = await people.signedIn(cast.ada.email);
  const isIn = async () => (await endOwnSessions(ada, { session: 'others' })).ok;
  const own = ada.actor.kind === 'person' && 'session' in ada.actor.via ? ada.actor.via.session : '';
  const lives = async () =>
    (await people.world.store.sessions.live(cast.ada.id, people.world.clock.now())).map(({ id }) => id);
  await people.open(cast.ada.email);
  expect(await endSessions(ada, { person: cast.ada.id, session: 'others' })).toEqual({ ok: true, value: { ended: 1 } });
  await people.open(cast.ada.email);
  expect(await isIn()).toBe(true);
  expect(await lives()).toEqual([own]);
  expect(await endOwnSessions(ada, { session: 'others', current: '1' })).toEqual({ ok: true, value: { ended: 1 } });
  expect(await lives()).toEqual([]);
});
