import { expect, test } from 'vitest';
import { listOwnSessions } from '@/lib/services/access/list-sessions';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn } from '@/lib/services/access/sign-in';
import type { World } from '@/lib/services/context';
import { cast, castPassword, type Member } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { organisationId, peoplePerTest } from '../people/people-world';

const hourMs = 3_600_000;

onEachDatabase((fresh) => {
  const people = peoplePerTest({ members: Object.values(cast), fresh });

  /** Comes back every hour, as long as the session lets, and answers how many hours that was. */
  async function hoursOf(secret: string, within = people.world): Promise<number> {
    for (let hours = 0; hours < 1000; hours += 1) {
      if ((await recogniseSession(within, { secret, network: null })) === null) return hours;
      people.pass(hourMs);
    }
    return Number.POSITIVE_INFINITY;
  }

  const within = (sessions: World['config']['sessions']): World => ({
    ...people.world,
    config: { ...people.world.config, sessions },
  });

  test.each<[Member, number]>([
    [cast.vera, 168],
    [cast.max, 168],
    [cast.olga, 12],
    [cast.ada, 12],
  ])('$role: a session in use lasts %i hours', async (member, hours) => {
    expect(await hoursOf(await people.open(member.email))).toBe(hours);
  });

  test('a session ends after a day without a request', async () => {
    const secret = await people.open(cast.vera.email);
    people.pass(24 * hourMs);
    expect(await people.ctxOf(secret)).not.toBeNull();
    people.pass(24 * hourMs + 1);
    expect(await people.ctxOf(secret)).toBeNull();
  });

  test('limits hold for sessions that began before they did', async () => {
    const short = within({ idleHours: 24, maxHours: 5, adminMaxHours: 12 });
    expect(await hoursOf(await people.open(cast.vera.email), short)).toBe(5);
    const idle = await people.open(cast.max.email);
    people.pass(2 * hourMs);
    const strict = within({ idleHours: 1, maxHours: 168, adminMaxHours: 12 });
    expect(await recogniseSession(strict, { secret: idle, network: null })).toBeNull();
  });

  test('whoever is made an admin has the hours of one from that moment, whatever the session was promised', async () => {
    const secret = await people.open(cast.vera.email);
    people.pass(13 * hourMs);
    expect(await people.ctxOf(secret)).not.toBeNull();
    // As single sign-on changes a role: beside the session, not ending it.
    await people.world.store.people.setRole(organisationId, cast.vera.id, 'admin');
    expect(await people.ctxOf(secret)).toBeNull();
  });

  test('what is over is not listed, and what is listed says when it ends and where it came from', async () => {
    await people.open(cast.vera.email);
    people.pass(25 * hourMs);
    const ctx = await people.signedIn(cast.vera.email);
    const listed = await listOwnSessions(ctx, {});
    const expiresAt = new Date(people.world.clock.now().getTime() + 168 * hourMs);
    expect(listed).toMatchObject({
      value: { sessions: [{ current: true, expiresAt, network: '192.0.2.7', signedInBy: 'password' }] },
    });
    expect(listed.ok && listed.value.sessions).toHaveLength(1);
  });

  const again = (email: string, replaces: string) => signIn(people.nobody, { email, password: castPassword, replaces });

  test('signing in over a live session ends it, whoever it was of, and no other', async () => {
    const [old, other] = [await people.open(cast.vera.email), await people.open(cast.vera.email)];
    expect(await again(cast.max.email, old)).toMatchObject({ ok: true });
    expect(await people.ctxOf(old)).toBeNull();
    expect(await people.ctxOf(other)).not.toBeNull();
    const [signedIn, replaced] = await people.world.store.audit.page(organisationId, { limit: 2, beforeSeq: null });
    expect([signedIn?.action, signedIn?.actorId]).toEqual(['signed-in', cast.max.id]);
    expect([replaced?.action, replaced?.actorId]).toEqual(['session-replaced', cast.vera.id]);
  });

  test('a wrong guess over a live session leaves it alone, and one that is over is no fault', async () => {
    const old = await people.open(cast.vera.email);
    expect(await signIn(people.nobody, { email: cast.vera.email, password: 'not it', replaces: old })).toMatchObject({
      ok: false,
    });
    expect(await people.ctxOf(old)).not.toBeNull();
    expect(await again(cast.vera.email, 'no such session')).toMatchObject({ ok: true });
  });
});
