import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from './day';
import { type GapQuestion, gapDaysOf, groupGaps, hasGaps } from './gap';
import type { Run } from './run';

const today = '2026-11-23';

const failedRun = (
  day: Day,
  kind: 'token-refused' | 'server-trouble',
  status: number,
): Pick<Run, 'day' | 'failure'> => ({
  day,
  failure: { kind, status, detail: null, nextTryAt: null },
});

const question = (more: Partial<GapQuestion>): GapQuestion => ({
  captured: [],
  first: null,
  since: addDays(today, -89),
  today,
  timeZone: 'Europe/Berlin',
  failedRuns: [],
  ...more,
});

describe('gaps', () => {
  test('lie between the first snapshot and yesterday', () => {
    const captured = ['2026-11-18', '2026-11-21'] as const;
    const gaps = gapDaysOf(question({ captured, first: '2026-11-18' }));
    expect(gaps.map((gap) => gap.day)).toEqual(['2026-11-19', '2026-11-20', '2026-11-22']);
  });

  test('do not exist before there is any snapshot', () => {
    expect(gapDaysOf(question({}))).toEqual([]);
    expect(hasGaps(question({}))).toBe(false);
  });

  test('begin with the span asked for when history is older', () => {
    const gaps = gapDaysOf(question({ first: '2025-01-01', since: '2026-11-21' }));
    expect(gaps.map((gap) => gap.day)).toEqual(['2026-11-21', '2026-11-22']);
  });

  test('have the reason of the day’s last failed run, or that nothing ran', () => {
    const failedRuns = [
      failedRun('2026-11-21', 'server-trouble', 500),
      failedRun('2026-11-21', 'token-refused', 401),
      failedRun('2026-11-23', 'server-trouble', 503),
    ];
    expect(gapDaysOf(question({ captured: ['2026-11-20'], first: '2026-11-20', failedRuns }))).toEqual([
      { day: '2026-11-21', reason: 'token-refused', status: 401 },
      { day: '2026-11-22', reason: 'not-running', status: null },
    ]);
  });

  test('never include a day that the zone skipped', () => {
    const skipped = {
      timeZone: 'Pacific/Apia',
      today: '2012-01-01',
      since: '2011-12-01',
      first: '2011-12-29',
    } as const;
    expect(gapDaysOf(question({ ...skipped, captured: ['2011-12-29', '2011-12-31'] }))).toEqual([]);
  });

  test('and captured days are all days from the first to yesterday, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 90 }), (there) => {
        const days = eachDay(addDays(today, -there.length), addDays(today, -1));
        const captured = days.filter((_, index) => there[index]);
        const first = captured[0] ?? null;
        const asked = question({ captured, first, since: days[0] ?? today });
        const gaps = gapDaysOf(asked);
        const expected = first === null ? [] : days.filter((day) => day >= first);
        expect([...captured, ...gaps.map((gap) => gap.day)].sort()).toEqual(expected);
        expect(hasGaps(asked)).toBe(gaps.length > 0);
        expect(groupGaps(gaps).reduce((total, gap) => total + gap.days, 0)).toBe(gaps.length);
        expect(groupGaps(gaps).flatMap((gap) => eachDay(gap.from, gap.to))).toEqual(gaps.map((gap) => gap.day));
      }),
    );
  });
});

test('neighbouring gap days with one reason are one gap', () => {
  const refused = { reason: 'token-refused', status: 401 } as const;
  const days = [...eachDay('2026-10-06', '2026-10-08'), '2026-10-10' as const].map((day) => ({ day, ...refused }));
  const other = { day: '2026-10-11', reason: 'not-running', status: null } as const;
  expect(groupGaps([...days, other])).toEqual([
    { from: '2026-10-06', to: '2026-10-08', days: 3, ...refused },
    { from: '2026-10-10', to: '2026-10-10', days: 1, ...refused },
    { from: '2026-10-11', to: '2026-10-11', days: 1, reason: 'not-running', status: null },
  ]);
});
