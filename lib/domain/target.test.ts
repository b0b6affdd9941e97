import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from './day';
import { directionOf, type Target } from './target';
import { type Progress, progressOf } from './target-progress';
import type { CapturedDay } from './trend';

const today = '2026-11-23';
const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 't',
  metric: 'activated_license',
  value: 400,
  direction: 'up',
  dueDay: '2027-01-31',
  setOn: '2026-11-20',
  startValue: 290,
  setByName: 'Max Okafor',
  ...over,
});

/** `count` days up to `last`, the count at `now` on the last one and `perDay` less each day before, of 500 licences. */
const rising = (
  now: number,
  perDay: number,
  { count = 182, last = today, base = 420 }: { count?: number; last?: Day; base?: number } = {},
): CapturedDay[] =>
  eachDay(addDays(last, 1 - count), last).map((day, index) => {
    const activated_license = Math.round(now - perDay * (count - 1 - index));
    return { day, activated_license, assigned_license: base, total_license: 500 };
  });

const stateOf = (target: Target, rows: CapturedDay[], on: Day = today) => progressOf(target, rows, on).state;
const rangeOf = ({ forecast }: Progress): [number, number, number] => {
  if (!forecast || forecast.low === null || forecast.middle === null || forecast.high === null) throw new Error('none');
  return [forecast.low, forecast.middle, forecast.high];
};

describe('a target', () => {
  test('lies at or short of the near end, the middle, the far end, or beyond it: and what is shown decides', () => {
    const rows = rising(350, 0.5);
    const set = (value: number) => aTarget({ value, setOn: today });
    const [low, middle, high] = rangeOf(progressOf(aTarget(), rows, today));
    expect(low < middle && middle < high).toBe(true);
    expect([low, low + 1, middle, middle + 1, high, high + 1].map((value) => stateOf(set(value), rows))).toEqual([
      'almost-certain',
      'on-track',
      'on-track',
      'behind',
      'behind',
      'out-of-reach',
    ]);
    expect(progressOf(aTarget(), rows, today)).toMatchObject({ judgedBy: 'forecast', unknown: null });
  });

  test('finer than a tenth of a percent is judged as finely: 0.004% is not 0.02%, and 99.98% is not 99.99%', () => {
    const of = (now: number, perDay: number) => rising(now, perDay, { base: 99_990 });
    const rate = (value: number) => aTarget({ metric: 'activation', value, setOn: today });
    expect(stateOf(rate(0.0002), of(4, 0.03))).toBe('out-of-reach');
    expect(stateOf(rate(0.0001), of(8, 0.03))).not.toBe('out-of-reach');
    expect(progressOf(rate(0.0002), of(4, 0.03), today).forecast?.arrival).not.toMatchObject({ about: today });
    expect(stateOf(rate(0.9999), of(99_900, 0.9))).toBe('behind');
    expect(stateOf(rate(0.001), of(2, 0))).toBe('out-of-reach');
  });

  test('of less is the mirror of a target of more', () => {
    const falling = rising(350, 1).map(({ day, activated_license }) => ({
      day,
      activation_pending: 420 - (activated_license ?? 0),
    }));
    const pending = (value: number) => aTarget({ metric: 'activation_pending', direction: 'down', value });
    const [low, middle, high] = rangeOf(progressOf(pending(20), falling, today));
    expect([high, high - 1, middle, middle - 1, low].map((value) => stateOf(pending(value), falling))).toEqual([
      'almost-certain',
      'on-track',
      'on-track',
      'behind',
      'behind',
    ]);
    expect(progressOf(pending(20), falling, today)).toMatchObject({
      need: { amount: -50 },
      pacePerWeek: -7,
      bestWeek: -7,
    });
  });

  test('has a value for its due day however flat or opposite the pace: only the arrival is refused', () => {
    const flat = progressOf(aTarget(), rising(350, 0), today);
    expect(flat).toMatchObject({ state: 'out-of-reach', forecast: { middle: 350, refused: null } });
    expect(flat.forecast?.arrival?.refused).toMatchObject({ kind: 'flat' });
    const away = progressOf(aTarget(), rising(350, -0.5), today);
    expect(away).toMatchObject({ state: 'out-of-reach', forecast: { refused: null } });
    expect(away.forecast?.arrival?.refused).toMatchObject({ kind: 'away' });
  });

  test('has no state while its number is unknown, too old, or too young', () => {
    expect(progressOf(aTarget(), [], today)).toMatchObject({
      state: 'unknown',
      unknown: { kind: 'no-value' },
      need: null,
    });
    const empty = rising(0, 0, { base: 0 });
    expect(stateOf(aTarget({ metric: 'activation', value: 0.5 }), empty)).toBe('unknown');
    const stale = rising(350, 1, { last: '2026-11-12' });
    expect(progressOf(aTarget(), stale, today)).toMatchObject({
      state: 'unknown',
      unknown: { kind: 'stale', lastDay: '2026-11-12', days: 11 },
      pacePerWeek: null,
    });
    expect(stateOf(aTarget(), rising(350, 1, { last: '2026-11-13' }))).not.toBe('unknown');
    expect(stateOf(aTarget(), rising(350, 1, { count: 13 }))).toBe('too-early');
    expect(
      stateOf(
        aTarget(),
        rising(350, 1, { count: 60 }).filter((_, day) => day % 9 === 5),
      ),
    ).toBe('too-early');
  });

  test('without a range is judged by the straight line from its start, and is unknown without a start', () => {
    const start = { setOn: '2026-11-14', startValue: 340, value: 418, dueDay: '2027-01-31' } as const;
    const rows = (now: number) => rising(now, 1, { count: 15 });
    expect(progressOf(aTarget(start), rows(349), today)).toMatchObject({
      state: 'on-track',
      judgedBy: 'line',
      forecast: { refused: { kind: 'too-few' } },
    });
    expect(stateOf(aTarget(start), rows(348))).toBe('behind');
    expect(progressOf(aTarget({ ...start, startValue: null }), rows(349), today)).toMatchObject({
      state: 'unknown',
      unknown: { kind: 'no-start' },
    });
    const far = aTarget({ value: 419, startValue: 345, dueDay: '2027-11-30' });
    expect(progressOf(far, rising(350, 1), today)).toMatchObject({
      state: 'on-track',
      judgedBy: 'line',
      forecast: { refused: { kind: 'too-far' }, low: null, high: null, arrival: { earliest: null } },
    });
    const licences = aTarget({ metric: 'total_license', value: 600, startValue: 500, setOn: '2026-11-23' });
    expect(progressOf(licences, rising(350, 1), today)).toMatchObject({ judgedBy: 'line', state: 'on-track' });
  });
});

describe('reached', () => {
  const odd = (rows: CapturedDay[], day: Day, activated_license: number): CapturedDay[] =>
    rows.map((row) => (row.day === day ? { ...row, activated_license } : row));

  test('takes two snapshots in a row between its days', () => {
    const rows = rising(350, 1);
    const early = { setOn: '2026-09-01' } as const;
    expect(progressOf(aTarget({ ...early, value: 340 }), rows, today)).toMatchObject({
      state: 'reached',
      reachedOn: '2026-11-13',
      belowSince: null,
    });
    expect(stateOf(aTarget({ value: 400 }), odd(rows, '2026-11-21', 900))).not.toBe('reached');
    expect(stateOf(aTarget({ value: 350 }), rows)).not.toBe('reached');
    expect(progressOf(aTarget({ value: 340, setOn: '2026-11-20' }), rows, today).reachedOn).toBe('2026-11-20');
    const gap = rows.filter(({ day }) => day < '2026-11-14' || day > '2026-11-16');
    expect(progressOf(aTarget({ ...early, value: 340 }), gap, today).reachedOn).toBe('2026-11-13');
  });

  test('stays, and tells since when it has fallen below', () => {
    const fallen = [
      ...rising(350, 1),
      { day: '2026-11-24', activated_license: 339 } as const,
      { day: '2026-11-25', activated_license: 338 } as const,
    ];
    expect(progressOf(aTarget({ value: 340 }), fallen, '2026-11-25')).toMatchObject({
      state: 'reached',
      belowSince: '2026-11-24',
    });
  });

  test('is not what came after the due day: from the day after it is missed', () => {
    const late = aTarget({ value: 340, setOn: '2026-09-01', dueDay: '2026-11-13' });
    expect(progressOf(late, rising(350, 1), today)).toMatchObject({
      state: 'missed',
      forecast: null,
      need: { perWeek: null },
    });
    expect(stateOf(aTarget({ value: 351, dueDay: today }), rising(350, 1))).toBe('out-of-reach');
    expect(stateOf(aTarget({ value: 349, dueDay: today }), rising(350, 1))).toBe('reached');
  });
});

describe('the need', () => {
  test('is what is missing, from today to the due day', () => {
    const { need, pacePerWeek, bestWeek, daysLeft } = progressOf(aTarget(), rising(350, 1), today);
    expect([need?.amount, daysLeft, pacePerWeek, bestWeek]).toEqual([50, 69, 7, 7]);
    expect(need?.perWeek).toBeCloseTo((50 / 69) * 7, 10);
    const old = progressOf(
      aTarget({ dueDay: addDays(today, 6) }),
      rising(350, 1, { last: addDays(today, -64) }),
      today,
    );
    expect(old).toMatchObject({ state: 'unknown', need: { amount: 50 } });
    expect(old.need?.perWeek).toBeCloseTo((50 / 6) * 7, 10);
  });

  test('of a rate counts whole people at a base that moves on at its pace', () => {
    const rate = aTarget({ metric: 'activation', value: 0.75, dueDay: addDays(today, 70) });
    const still = progressOf(rate, rising(260, 1), today);
    expect(still).toMatchObject({ need: { amount: 55, perWeek: 5.5 }, basePacePerWeek: 0 });
    expect(still.now).toMatchObject({ part: 260, base: 420 });
    const growing = rising(260, 1).map((row, index, all) => ({
      ...row,
      assigned_license: 420 - 2 * (all.length - 1 - index),
      total_license: 900,
    }));
    expect(progressOf(rate, growing, today)).toMatchObject({
      need: { amount: 55, perWeek: (Math.ceil(0.75 * (420 + 140)) - 260) / 10 },
      basePacePerWeek: 14,
    });
    const exact = aTarget({ metric: 'activation', value: 0.07 });
    expect(progressOf(exact, rising(0, 0, { base: 100 }), today).need?.amount).toBe(7);
  });

  test('never counts with a base above the licences there are', () => {
    const licences = 430;
    const rows = eachDay(addDays(today, -100), today).map((day, index) => {
      const assigned_license = 220 + 2 * index;
      return { day, activated_license: 150 + index, assigned_license, total_license: licences };
    });
    const progress = progressOf(aTarget({ metric: 'activation', value: 0.8, dueDay: addDays(today, 70) }), rows, today);
    // Ten weeks at 14 a week would be 560 of 430 licences: 0.8 x 430 less 250 is 94 people in ten weeks.
    expect(progress).toMatchObject({ need: { perWeek: expect.closeTo(9.4), basePerWeek: 1 }, basePacePerWeek: 14 });
  });

  test('knows no pace of two snapshots a day apart, and no best week of closes that lie 13 days apart', () => {
    expect(progressOf(aTarget(), rising(350, 30, { count: 2 }), today).pacePerWeek).toBeNull();
    const mondayThenSunday = new Set(['2026-11-02', '2026-11-15']);
    const rows = rising(350, 1).filter(
      ({ day }) => day < '2026-11-02' || day > '2026-11-15' || mondayThenSunday.has(day),
    );
    expect(progressOf(aTarget(), rows, today).bestWeek).toBe(7);
  });
});

test('a target is approached from the good side, or from where it is', () => {
  expect([directionOf('using_enpass', 1, 5), directionOf('usage_pending', 1, 5)]).toEqual(['up', 'down']);
  expect([directionOf('total_license', 600, 500), directionOf('total_license', 400, 500)]).toEqual(['up', 'down']);
  expect(directionOf('total_license', 400, null)).toBe('up');
});
