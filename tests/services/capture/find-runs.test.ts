import { describe, expect, test } from 'vitest';
import { viewCapturedDays } from '@/lib/services/capture/view-captured-days';
import { viewRuns } from '@/lib/services/capture/view-runs';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { historyIn } from '../../support/history';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const at = worldPerTest({ fresh });
  const { capture, fail } = historyIn(at);
  const asOlga = () => at.as(signedIn(cast.olga));
  const history = async (filter: object) => succeeded(await viewRuns(asOlga(), filter)).history;
  const daysOf = async (filter: object) => (await history(filter)).runs.map(({ day }) => day);

  describe('the history of runs', () => {
    test('shows those that are asked for, whatever is combined', async () => {
      await fail('2025-12-30', '06:00');
      await fail('2026-01-05', '06:00', { kind: 'timed-out', status: null });
      await capture('2026-01-06', {}, 'manual');
      await capture('2026-11-22');
      expect(await daysOf({})).toEqual(['2026-11-22', '2026-01-06', '2026-01-05', '2025-12-30']);
      expect(await daysOf({ outcome: 'failed' })).toEqual(['2026-01-05', '2025-12-30']);
      expect(await daysOf({ by: 'manual' })).toEqual(['2026-01-06']);
      expect(await daysOf({ kind: 'timed-out' })).toEqual(['2026-01-05']);
      expect(await daysOf({ from: '2025-12-30', to: '2026-01-05' })).toEqual(['2026-01-05', '2025-12-30']);
      expect(await daysOf({ outcome: 'failed', from: '2026-01-01' })).toEqual(['2026-01-05']);
      expect(await history({ outcome: 'failed', by: 'cli' })).toMatchObject({ runs: [], total: 0, all: 4, next: null });
    });

    test('a day on which nothing ran is missing in the days asked for, whatever else is asked', async () => {
      await capture('2026-01-05');
      await fail('2026-01-06', '06:00');
      await capture('2026-01-08');
      await capture('2026-11-22');
      const missing = async (filter: object) =>
        (await history(filter)).gaps.map(({ from, to, reason, failedRuns }) => [from, to, reason, failedRuns]);
      const both = [
        ['2026-01-07', '2026-01-07', 'not-running', 0],
        ['2026-01-06', '2026-01-06', 'token-refused', 1],
      ];
      expect(await missing({ from: '2026-01-01', to: '2026-01-08' })).toEqual(both);
      expect(await missing({ outcome: 'failed', to: '2026-01-08' })).toEqual(both);
      expect(await missing({ from: '2026-11-20' })).toEqual([['2026-11-20', '2026-11-21', 'not-running', 0]]);
      expect(await missing({ to: '2025-12-31' })).toEqual([]);
      expect(await missing({ from: '2027-01-01' })).toEqual([]);
      expect(await missing({ outcome: 'failed' })).toEqual([]);
    });

    test('pages within the filter', async () => {
      for (let minute = 10; minute < 35; minute++) await fail('2026-01-05', `06:${minute}`);
      await capture('2026-01-06');
      const first = await history({ outcome: 'failed' });
      expect(first).toMatchObject({ total: 25, all: 26, runs: { length: 20 } });
      const second = await history({ outcome: 'failed', cursor: first.next });
      expect(second).toMatchObject({ next: null, runs: { length: 5 } });
      expect(new Set([...first.runs, ...second.runs].map(({ id }) => id)).size).toBe(25);
    });

    test('names what no filter can be', async () => {
      for (const [field, value] of Object.entries({ outcome: 'odd', by: 'me', kind: 'x', from: '2026-02-30' }))
        expect(await viewRuns(asOlga(), { [field]: value })).toMatchObject({ failure: { errors: [{ path: field }] } });
      expect(await viewRuns(asOlga(), { from: '2026-02-01', to: '2026-01-01' })).toMatchObject({
        failure: { errors: [{ path: 'to' }] },
      });
    });
  });

  describe('captured days by year', () => {
    test('every gap of every year is found, with its reason', async () => {
      await capture('2024-12-30');
      await fail('2024-12-31', '06:00');
      await fail('2025-01-01', '06:00');
      await capture('2025-01-02');
      await capture('2026-11-22');
      const now = succeeded(await viewCapturedDays(asOlga(), {}));
      expect(now.years).toEqual([
        { year: 2026, captured: 1, missing: 325 },
        { year: 2025, captured: 1, missing: 364 },
        { year: 2024, captured: 1, missing: 1 },
      ]);
      const winter = succeeded(await viewCapturedDays(asOlga(), { year: '2025' }));
      expect(winter.gaps.map(({ from, to, reason, failedRuns }) => [from, to, reason, failedRuns])).toEqual([
        ['2025-01-03', '2025-12-31', 'not-running', 0],
        ['2025-01-01', '2025-01-01', 'token-refused', 1],
      ]);
      expect(winter.months.map(({ weeks }) => weeks.flat().filter((cell) => cell !== null).length)).toEqual([
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
      ]);
      expect(winter.months[0]?.weeks[0]).toEqual([
        null,
        null,
        expect.objectContaining({ day: '2025-01-01', state: 'gap' }),
        expect.objectContaining({ day: '2025-01-02', state: 'captured' }),
        ...[3, 4, 5].map((day) => expect.objectContaining({ day: `2025-01-0${day}`, state: 'gap' })),
      ]);
      expect(now.months[10]?.weeks.flat().findLast((cell) => cell !== null)).toMatchObject({ day: '2026-11-23' });
    });

    test('there is no year before the first snapshot or after this one', async () => {
      await capture('2026-11-22');
      for (const year of ['2025', '2027']) {
        expect(await viewCapturedDays(asOlga(), { year })).toMatchObject({ failure: { kind: 'not-found' } });
      }
      expect(await viewCapturedDays(asOlga(), { year: 'x' })).toMatchObject({ failure: { kind: 'invalid-input' } });
      expect(await viewCapturedDays(at.as(signedIn(cast.vera)), {})).toMatchObject({
        failure: { kind: 'not-allowed' },
      });
    });

    test('an empty history has this year and nothing missing', async () => {
      const empty = succeeded(await viewCapturedDays(asOlga(), {}));
      expect(empty).toMatchObject({ years: [{ year: 2026, captured: 0, missing: 0 }], gaps: [] });
    });
  });
});
