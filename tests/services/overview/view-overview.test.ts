import { describe, expect, test } from 'vitest';
import { addDays, eachDay, instantOf } from '@/lib/domain/day';
import { type Overview, viewOverview } from '@/lib/services/overview/view-overview';
import { cast, nobody, signedIn } from '../../../demo/cast';
import { someCounts } from '../../support/counts';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { historyIn, zone } from '../../support/history';
import { succeeded } from '../../support/succeeded';
import { inviteCast, testWorld, worldPerTest } from '../../support/world';

const today = '2026-11-23';

const overviewTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const { capture, fail } = historyIn(at);

  async function seen() {
    const result = await viewOverview(at.as(signedIn(cast.vera)), {});
    const overview = succeeded(result);
    if (overview.kind !== 'running' && overview.kind !== 'first-day') throw new Error(overview.kind);
    return overview;
  }

  describe('the overview', () => {
    test('is for everybody signed in, and for nobody else', async () => {
      expect(await viewOverview(at.as(nobody), {})).toMatchObject({ ok: false, failure: { kind: 'not-signed-in' } });
      for (const member of Object.values(cast)) {
        expect(await viewOverview(at.as(signedIn(member)), {})).toMatchObject({ ok: true });
      }
    });

    test('says that nothing is connected, before anything else', async () => {
      const world = await testWorld({ fresh, config: { enpass: null } });
      const overview = succeeded<Overview>(await viewOverview(world.as(signedIn(cast.ada)), {}));
      expect(overview).toEqual({ kind: 'no-connection', here: { now: at.clock.now(), timeZone: zone }, today });
      await world.end();
    });

    test('tells a first failure with its cause and the next try', async () => {
      const nextTryAt = instantOf(today, '10:05', zone);
      await fail(today, '09:55', { kind: 'wrong-address', status: 404, nextTryAt });
      expect(succeeded(await viewOverview(at.as(signedIn(cast.ada)), {}))).toMatchObject({
        kind: 'never-succeeded',
        lastRun: { outcome: 'failed', attempts: 4, failure: { kind: 'wrong-address', status: 404 } },
        nextRunAt: nextTryAt,
      });
    });

    test('begins with what to do next on the first day', async () => {
      await inviteCast(at);
      await capture(today);
      expect(await seen()).toMatchObject({
        kind: 'first-day',
        gettingStarted: { tokenLast4: at.enpass.token.slice(-4), people: 4 },
        coverage: { captured: 1, possible: 1, missing: 0 },
        freshness: { kind: 'taken', nextRunAt: instantOf('2026-11-24', '06:00', zone) },
        numbers: { against: null, changeKnownFrom: '2026-11-30', chart: null },
      });
    });

    test('shows the rate with its base, and its change split into people and base', async () => {
      await capture('2026-11-16', { using_enpass: 250, assigned_license: 414, unassigned_license: 86 });
      await capture(today);
      const { kind, numbers } = await seen();
      expect(kind).toBe('running');
      expect(numbers.against).toBe('2026-11-16');
      expect(numbers.headline).toMatchObject({
        before: { part: 250, base: 414 },
        after: { value: 260 / 420, part: 260, base: 420 },
        split: { total: 1.5, people: 2.4, base: -0.9 },
      });
      expect(numbers.licences).toEqual({ total: 500, free: 80, change: -6 });
      expect(numbers.stages.map(({ id, count, compared }) => [id, count, compared.change])).toEqual([
        ['assigned_license', 420, 6],
        ['activated_license', 350, 0],
        ['onboarded_users', 300, 0],
        ['using_enpass', 260, 10],
      ]);
      expect(numbers.features.map(({ id, count, base, pending }) => [id, count, base, pending])).toEqual([
        ['extension', 200, 260, 60],
        ['autofill', 180, 260, 80],
        ['active', 260, 320, 60],
      ]);
      expect(numbers.notes).toEqual([{ name: 'total_users = onboarded_users', expected: 300, got: 320 }]);
    });

    test('names the day it compares with when a week ago is a gap', async () => {
      for (const day of ['2026-11-14', '2026-11-17', today] as const) await capture(day);
      expect((await seen()).numbers.against).toBe('2026-11-14');
    });

    test('leaves gaps open, and says why each day is missing', async () => {
      for (const day of eachDay('2026-11-01', today)) {
        if (day < '2026-11-18' || day > '2026-11-20') await capture(day);
      }
      await fail('2026-11-18', '06:00', { kind: 'server-trouble', status: 500 });
      await fail('2026-11-18', '23:50');
      await fail('2026-11-19', '06:00');
      const { gaps, coverage, numbers, attention } = await seen();
      expect(gaps).toEqual([
        { from: '2026-11-18', to: '2026-11-19', days: 2, reason: 'token-refused', status: 401 },
        { from: '2026-11-20', to: '2026-11-20', days: 1, reason: 'not-running', status: null },
      ]);
      expect(coverage).toEqual({ from: '2026-11-01', possible: 23, captured: 20, missing: 3 });
      expect(numbers.chart?.wide.line.split('M')).toHaveLength(3);
      expect(numbers.stages[0]?.spark?.path.split('M')).toHaveLength(3);
      expect(attention.map((item) => item.kind)).toEqual(['gap', 'gap']);
    });

    test('keeps yesterday’s numbers on screen while today fails', async () => {
      for (const day of ['2026-11-21', '2026-11-22'] as const) await capture(day);
      const nextTryAt = instantOf(today, '10:05', zone);
      await fail(today, '09:55', { kind: 'server-trouble', status: 503, nextTryAt });
      expect(await seen()).toMatchObject({
        snapshot: { day: '2026-11-22' },
        freshness: { kind: 'trying', nextTryAt },
        attention: [{ kind: 'failing', severity: 'warn', failure: { status: 503 } }],
      });
    });

    test('says how long numbers are stale, and why', async () => {
      for (const day of ['2026-11-19', '2026-11-20'] as const) await capture(day);
      await fail('2026-11-22', '06:00');
      const { freshness, attention } = await seen();
      expect(freshness).toMatchObject({
        kind: 'missed',
        lastDay: '2026-11-20',
        days: 2,
        cause: { reason: 'token-refused', status: 401 },
      });
      expect(attention.map((item) => item.kind)).toEqual(['stale']);
    });

    test('needs few statements, however long the history', async () => {
      const days = eachDay(addDays(today, -400), today);
      await at.world.store.readings.record(
        'first',
        days.map((day) => ({
          day,
          takenAt: instantOf(day, '06:00', zone),
          source: 'scheduled',
          body: '{}',
          counts: someCounts(),
          runId: null,
        })),
      );
      const ctx = at.as(signedIn(cast.vera));
      const calls: string[] = [];
      const counting = <T extends object>(part: T, name: string): T =>
        new Proxy(part, {
          get: (target, key, receiver) => {
            if (name !== 'store') calls.push(`${name}.${String(key)}`);
            const value: unknown = Reflect.get(target, key, receiver);
            return typeof value === 'object' && value !== null ? counting(value, String(key)) : value;
          },
        });
      const result = await viewOverview({ ...ctx, store: counting(ctx.store, 'store') }, {});
      expect(succeeded(result).kind).toBe('running');
      expect(calls.length).toBeLessThanOrEqual(5);
    });
  });
};

onEachDatabase(overviewTests);
