import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, instantOf } from '@/lib/domain/day';
import type { Context } from '@/lib/services/context';
import { recogniseSession } from '@/lib/services/recognise-session';
import { fingerprint } from '@/lib/services/secret-text';
import { viewFrame } from '@/lib/services/view-frame';
import { viewOverview } from '@/lib/services/view-overview';
import { cast, type Member } from '../support/cast';
import { onEachDatabase, type TestDatabase } from '../support/databases';
import { historyIn, succeeded, zone } from '../support/history';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

const today = '2026-11-23';

const rememberedTests = (fresh: () => Promise<TestDatabase>) => {
  let at: TestWorld;
  let past: ReturnType<typeof historyIn>;
  beforeEach(async () => {
    at = await testWorld({ fresh });
    past = historyIn(at);
    await inviteCast(at);
    for (const member of [cast.olga, cast.vera]) {
      const now = at.clock.now();
      const session = { id: await fingerprint(member.id), userId: member.id, createdAt: now, lastSeenAt: now };
      const expiresAt = instantOf(addDays(today, 9), '06:00', zone);
      await at.world.store.sessions.create({ ...session, expiresAt, userAgent: 'Firefox' });
    }
    for (const day of ['2026-11-20', '2026-11-22', today]) await past.capture(day);
  });
  afterEach(() => at.end());

  async function asks(member: Member): Promise<Context> {
    const ctx = await recogniseSession(at.world, { secret: member.id, network: null });
    if (ctx === null) throw new Error('the session is live');
    return ctx;
  }

  const overview = async () => {
    const view = succeeded(await viewOverview(await asks(cast.vera), {}));
    if (view.kind !== 'running') throw new Error(view.kind);
    return view;
  };

  describe('what one reader saw', () => {
    test('the next one sees without asking the database again', async () => {
      const first = await overview();
      expect(succeeded(await viewOverview(await asks(cast.olga), {}))).toBe(first);
    });

    test('is made anew for a reading, a failed run, a saved connection and another minute', async () => {
      const seen = [await overview()];
      await past.fail(today, '07:00', { kind: 'server-trouble', status: 503 });
      seen.push(await overview());
      await past.capture(today, { using_enpass: 111 });
      seen.push(await overview());
      await at.world.store.connections.save('first', {
        baseUrl: at.enpass.url,
        token: at.world.secrets.seal('a token', 'connection:first'),
        tokenLast4: 'oken',
        tokenExpiresOn: addDays(today, 3),
        savedAt: at.clock.now(),
        savedByName: 'Ada',
      });
      seen.push(await overview());
      at.clock.forward(60_000);
      seen.push(await overview());
      expect(new Set(seen).size).toBe(5);
      expect(seen.map(({ numbers }) => numbers.headline.part)).toEqual([260, 260, 111, 111, 111]);
      expect(seen.map(({ attention }) => attention.length)).toEqual([1, 1, 1, 2, 2]);
    });

    test('is made anew for another name, time zone or hour of the organisation', async () => {
      const first = await overview();
      await at.world.store.organisations.update('first', { timeZone: 'Pacific/Auckland' });
      expect((await overview()).here.timeZone).toBe('Pacific/Auckland');
      await at.world.store.organisations.update('first', { timeZone: zone });
      expect((await overview()).here).toEqual(first.here);
    });

    test('shows a run to whom may refresh as it begins, and no longer once it has ended', async () => {
      const runningId = async (member: Member) => succeeded(await viewFrame(await asks(member), {})).runningId;
      expect(await runningId(cast.olga)).toBeNull();
      const startedAt = at.clock.now();
      const run = { id: 'by-hand', trigger: 'manual', startedByName: 'Olga', startedAt, day: today } as const;
      await at.world.store.runs.begin('first', run);
      expect([await runningId(cast.olga), await runningId(cast.vera)]).toEqual(['by-hand', null]);
      await at.world.store.runs.finish('by-hand', {
        finishedAt: at.clock.now(),
        attempts: 1,
        failure: { kind: 'token-refused', detail: null, status: 401, nextTryAt: null },
      });
      expect(await runningId(cast.olga)).toBeNull();
    });
  });
};

onEachDatabase(rememberedTests);
