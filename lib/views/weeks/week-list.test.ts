import { expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import { someCounts } from '@/tests/support/counts';
import { weekLine } from './week-list';
import type { WeekRow } from './week-row';

const closing = (day: Day, over = {}) => ({
  day,
  takenAt: new Date(`${day}T05:00:00Z`),
  source: 'scheduled' as const,
  counts: someCounts(over),
});
const row: WeekRow = {
  week: '2026-W47',
  unfinished: false,
  close: closing('2026-11-22'),
  lastClose: closing('2026-11-15', { using_enpass: 250 }),
  days: 6,
  gaps: [{ day: '2026-11-18', reason: 'server-trouble', status: 500 }],
  review: 'due',
  revisions: 0,
};

test('a week tells its close with its base, its change, and how many days it has', () => {
  expect(weekLine(row)).toEqual({
    week: '2026-W47',
    title: 'Week 47',
    span: '16–22 November 2026',
    adoption: '61.9%',
    base: '260 of 420 assigned',
    change: { direction: 'up', verdict: 'good', text: '+2.4 points' },
    days: '6 of 7 days',
    gaps: 1,
  });
});

test('a week that is not over has no change, and one without a snapshot no number', () => {
  expect(weekLine({ ...row, unfinished: true }).change).toBeNull();
  expect(weekLine({ ...row, close: null })).toMatchObject({ adoption: '—', base: 'no snapshot', change: null });
});

test('a change over other than a week says over how many days', () => {
  const { change } = weekLine({ ...row, lastClose: closing('2026-11-09', { using_enpass: 250 }) });
  expect(change?.text).toBe('+2.4 points over 13 days');
});
