import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from './day';
import { coverageOf, type GapQuestion, gapDaysOf, groupGaps, hasGaps, isMissed } from './gap';
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
  zones: { timeZone: 'Europe/Berlin', changes: [] },
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

  const apia = {
    zones: { timeZone: 'Pacific/Apia', changes: [] },
    today: '2012-01-01',
    since: '2011-12-01',
    first: '2011-12-29',
    captured: ['2011-12-29', '2011-12-31'],
  } as const;

  test('name a day that the zone skipped as such, and nobody missed it', () => {
    const gaps = gapDaysOf(question(apia));
    expect(gaps).toEqual([{ day: '2011-12-30', reason: 'skipped-day', status: null }]);
    expect(gaps.filter(isMissed)).toEqual([]);
    expect(coverageOf({ ...question(apia), gaps }, 90)).toMatchObject({ possible: 2, captured: 2, missing: 0 });
  });

  test('ask the zone that held on the day, not the one that holds now', () => {
    const moved = { at: new Date('2020-06-01T00:00:00Z'), from: 'Pacific/Apia', to: 'Europe/Berlin' } as const;
    const zones = { timeZone: 'Europe/Berlin', changes: [moved] } as const;
    expect(gapDaysOf(question({ ...apia, zones }))).toMatchObject([{ day: '2011-12-30', reason: 'skipped-day' }]);
  });

  test('name the days that a change of the zone leapt over or cut short', () => {
    const leap = { at: new Date('2026-11-18T10:30:00Z'), from: 'Pacific/Pago_Pago', to: 'Pacific/Kiritimati' } as const;
    const zones = { timeZone: leap.to, changes: [leap] };
    const missing = (captured: readonly Day[]) =>
      gapDaysOf(question({ zones, first: '2026-11-16', captured: ['2026-11-16', ...captured] }))
        .filter(({ day }) => day < '2026-11-20')
        .map(({ day, reason }) => `${day} ${reason}`);
    expect(missing(['2026-11-17', '2026-11-19'])).toEqual(['2026-11-18 zone-changed']);
    expect(missing([])).toEqual(['2026-11-17 zone-changed', '2026-11-18 zone-changed', '2026-11-19 not-running']);
  });

  test('a change that is taken back the same day costs none', () => {
    const at = (time: string) => new Date(`2026-11-18T${time}:00Z`);
    const changes = [
      { at: at('20:00'), from: 'Europe/Berlin', to: 'Pacific/Auckland' },
      { at: at('20:05'), from: 'Pacific/Auckland', to: 'Europe/Berlin' },
    ] as const;
    const zones = { timeZone: 'Europe/Berlin', changes } as const;
    const gaps = gapDaysOf(question({ zones, first: '2026-11-17', captured: ['2026-11-17'], today: '2026-11-20' }));
    expect(gaps.map(({ reason }) => reason)).toEqual(['not-running', 'not-running']);
  });

  test('a failed run on the day that was cut short is its reason', () => {
    const cut = { at: new Date('2026-11-22T20:00:00Z'), from: 'Europe/Berlin', to: 'Pacific/Auckland' } as const;
    const zones = { timeZone: cut.to, changes: [cut] };
    const asked = question({ zones, first: '2026-11-21', captured: ['2026-11-21'] });
    const failedRuns = [failedRun('2026-11-22', 'token-refused', 401)];
    expect(gapDaysOf(asked)).toMatchObject([{ reason: 'zone-changed' }]);
    expect(gapDaysOf({ ...asked, failedRuns })).toMatchObject([{ reason: 'token-refused' }]);
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
