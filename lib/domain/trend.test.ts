import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, eachDay } from './day';
import { metrics } from './metrics/adoption';
import { daysUpTo } from './period';
import { trendOf, weeklyCloses } from './trend';

const assigned = (day: Day, assigned_license: number | null) => ({ day, assigned_license });

test('a missing day is a gap', () => {
  const rows = [assigned('2026-02-27', 420), assigned('2026-03-01', 420)];
  const points = trendOf(metrics.assigned_license, rows, { from: '2026-02-27', to: '2026-03-01' });
  expect(points.map((point) => point.value)).toEqual([420, null, 420]);
});

test('a period has one point for every day, and a gap never becomes a number', () => {
  const last = '2026-11-23';
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }), (captured) => {
      const period = daysUpTo(last, captured.length);
      const days = eachDay(period.from, period.to);
      const rows = days.filter((_, index) => captured[index]).map((day) => assigned(day, 0));
      const points = trendOf(metrics.assigned_license, rows, period);
      expect(points.map((point) => point.day)).toEqual(days);
      expect(points.map((point) => point.value === 0)).toEqual(captured);
      expect(points.filter((point) => point.value === null)).toHaveLength(captured.filter((there) => !there).length);
    }),
  );
});

test('days outside the period stay outside', () => {
  const rows = [assigned('2026-02-26', 1), assigned('2026-02-27', 2), assigned('2026-02-28', 3)];
  expect(trendOf(metrics.assigned_license, rows, { from: '2026-02-27', to: '2026-02-27' })).toEqual([
    { day: '2026-02-27', value: 2 },
  ]);
});

test('a week closes with its last snapshot, and a week without one says so', () => {
  const rows = [assigned('2026-11-02', 1), assigned('2026-11-06', 2), assigned('2026-11-16', 3)];
  expect(weeklyCloses(rows, { from: '2026-11-04', to: '2026-11-18' })).toEqual([
    { week: '2026-W45', to: '2026-11-08', close: assigned('2026-11-06', 2) },
    { week: '2026-W46', to: '2026-11-15', close: null },
    { week: '2026-W47', to: '2026-11-22', close: assigned('2026-11-16', 3) },
  ]);
});
