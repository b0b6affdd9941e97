import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addDays, eachDay, instantOf } from '@/lib/domain/day';
import { viewRuns } from '@/lib/services/capture/view-runs';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { historyIn, zone } from '../../support/history';
import { succeeded } from '../../support/succeeded';
import { testWorld, worldPerTest } from '../../support/world';

const today = '2026-11-23';

const runsTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const { capture, fail } = historyIn(at);

  describe('the runs page', () => {
    const asOlga = () => at.as(signedIn(cast.olga));

    test('is for ops and admins', async () => {
      expect(await viewRuns(at.as(signedIn(cast.vera)), {})).toMatchObject({ failure: { kind: 'not-allowed' } });
      expect(await viewRuns(at.as(signedIn(cast.max)), {})).toMatchObject({ failure: { kind: 'not-allowed' } });
      expect(await viewRuns(asOlga(), {})).toMatchObject({ ok: true });
    });

    test('has an empty state before the first run', async () => {
      expect(succeeded(await viewRuns(asOlga(), {}))).toMatchObject({
        lastSnapshot: null,
        gaps: [],
        history: { runs: [], next: null, total: 0 },
        running: null,
        coverage: { possible: 0, captured: 0, missing: 0 },
      });
    });

    test('names no next run without a connection', async () => {
      const world = await testWorld({ fresh, config: { enpass: null } });
      const runs = succeeded(await viewRuns(world.as(signedIn(cast.olga)), {}));
      expect(runs).toMatchObject({ connection: null, nextRunAt: null });
      await world.end();
    });

    test('tells what was captured, how, and what comes next', async () => {
      await capture('2026-11-21', {}, 'manual');
      await capture('2026-11-22', { total_users: 300, inactive_users: 40 });
      await capture(today);
      const { lastSnapshot, nextRunAt, calendar, history, connection } = succeeded(await viewRuns(asOlga(), {}));
      expect(lastSnapshot).toMatchObject({ day: today, source: 'scheduled', run: { attempts: 1 } });
      expect(nextRunAt).toEqual(instantOf('2026-11-24', '06:00', zone));
      expect(connection).toEqual({ last4: at.enpass.token.slice(-4), expiresOn: null, daysLeft: null });
      const states = new Map(calendar.flat().flatMap((cell) => (cell ? [[cell.day, cell.state]] : [])));
      expect(eachDay('2026-11-20', '2026-11-24').map((day) => states.get(day))).toEqual([
        'before-first',
        'manual',
        'captured',
        'captured',
        'next',
      ]);
      expect(history.runs.map((run) => [run.day, run.notes])).toEqual([
        [today, 1],
        ['2026-11-22', 0],
        ['2026-11-21', 1],
      ]);
    });

    test('lists gaps newest first with what was tried', async () => {
      for (const day of ['2026-10-05', '2026-10-09', today] as const) await capture(day);
      await fail('2026-10-06', '06:00');
      await fail('2026-10-08', '06:00', { kind: 'timed-out', status: null });
      await fail('2026-10-08', '23:50', { kind: 'timed-out', status: null });
      const { gaps } = succeeded(await viewRuns(asOlga(), {}));
      expect(
        gaps.map(({ from, days, reason, failedRuns, attempts }) => [from, days, reason, failedRuns, attempts]),
      ).toEqual([
        ['2026-10-10', 44, 'not-running', 0, 0],
        ['2026-10-08', 1, 'timed-out', 2, 8],
        ['2026-10-07', 1, 'not-running', 0, 0],
        ['2026-10-06', 1, 'token-refused', 1, 4],
      ]);
      expect(gaps[1]).toMatchObject({
        firstRunAt: instantOf('2026-10-08', '06:00', zone),
        lastRunAt: instantOf('2026-10-08', '23:50', zone),
      });
    });

    test('pages through history without losing or repeating a run', async () => {
      for (const day of eachDay(addDays(today, -24), today)) await capture(day);
      const days: string[] = [];
      let cursor: string | null = null;
      do {
        const { history }: { history: { runs: readonly { day: string }[]; next: string | null; total: number } } =
          succeeded(await viewRuns(asOlga(), cursor === null ? {} : { cursor }));
        expect(history.total).toBe(25);
        days.push(...history.runs.map((run) => run.day));
        cursor = history.next;
      } while (cursor !== null);
      expect(days).toEqual(eachDay(addDays(today, -24), today).reverse());
    });

    test('shows another person’s running refresh', async () => {
      const id = randomUUID();
      const startedAt = at.clock.now();
      await at.world.store.runs.begin('first', {
        id,
        trigger: 'manual',
        startedByName: 'Ada Brandt',
        startedAt,
        day: today,
      });
      await at.world.store.runs.progress(id, { stage: 'read', attempts: 2, waitingUntil: null });
      const { running } = succeeded(await viewRuns(asOlga(), {}));
      expect(running).toMatchObject({ id, startedByName: 'Ada Brandt', attempts: 2, stage: 'read' });
    });

    test('refuses a cursor that no page gave', async () => {
      expect(await viewRuns(asOlga(), { cursor: 'nonsense' })).toMatchObject({ failure: { kind: 'invalid-input' } });
    });
  });
};

onEachDatabase(runsTests);
