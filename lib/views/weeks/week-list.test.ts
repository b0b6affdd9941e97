import { expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import { someCounts } from '@/tests/support/counts';
import { weekLines } from './week-list';
import type { WeekRow } from './week-row';

const closing = (day: Day, over = {}) => ({
  day,
  takenAt: new Date(`${day}T05:00:00Z`),
  source: 'scheduled' as const,
  counts: someCounts(over),
});
const weekLine = (one: WeekRow) => weekLines([one])[0];
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
    why: { adoption: 'unknown in this snapshot', change: 'unknown the week before' },
    days: '6 of 7 days',
    gaps: 1,
    review: 'due',
    revisions: 0,
  });
});

test('a week that is not over has no change, and one without a snapshot no number', () => {
  expect(weekLine({ ...row, unfinished: true })?.change).toBeNull();
  expect(weekLine({ ...row, close: null })).toMatchObject({ adoption: '—', base: 'no snapshot', change: null });
});

test('a dash says why it is one', () => {
  const why = (over: Partial<WeekRow>) => weekLine({ ...row, ...over })?.why;
  expect(why({ unfinished: true })?.change).toBe('the week is not over');
  expect(why({ lastClose: null })?.change).toBe('no snapshot the week before');
  expect(why({ close: null })).toEqual({ adoption: 'no snapshot', change: 'no snapshot' });
  expect(why({ close: closing('2026-11-22', { using_enpass: null }) })?.adoption).toBe('unknown in this snapshot');
});

test('a change over other than a week says over how many days', () => {
  const line = weekLine({ ...row, lastClose: closing('2026-11-09', { using_enpass: 250 }) });
  expect(line?.change?.text).toBe('+2.4 points over 13 days');
});

test('all weeks of a list have as many decimals as the one that needs the most', () => {
  const large = (day: Day, using_enpass: number) => closing(day, { using_enpass, assigned_license: 100_000 });
  const [tiny, other] = weekLines([
    { ...row, close: large('2026-11-22', 61_960), lastClose: large('2026-11-15', 61_940) },
    { ...row, week: '2026-W46', close: large('2026-11-15', 61_940), lastClose: large('2026-11-08', 60_000) },
  ]);
  const digits = (text = '') => /\.(\d+)/.exec(text)?.[1]?.length;
  expect(digits(tiny?.adoption)).toBeGreaterThan(1);
  expect(digits(other?.adoption)).toBe(digits(tiny?.adoption));
  expect(digits(other?.change?.text)).toBe(digits(tiny?.change?.text));
  expect(tiny?.adoption).not.toBe(other?.adoption);
});
