import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from './day';
import { directionOf, progressOf, type Target } from './target';
import type { CapturedDay } from './trend';

const today = '2026-11-23';
const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 't',
  metric: 'activated_license',
  value: 400,
  direction: 'up',
  dueDay: '2027-01-31',
  setOn: '2026-09-01',
  startValue: 290,
  setByName: 'Max Okafor',
  ...over,
});

/** `count` days up to `last`, the count at `now` on the last one and `perDay` less each day before. */
const rising = (
  now: number,
  perDay: number,
  { count = 182, last = today, base = 420 }: { count?: number; last?: Day; base?: number } = {},
): CapturedDay[] =>
  eachDay(addDays(last, 1 - count), last).map((day, index) => {
    const activated_license = Math.round(now - perDay * (count - 1 - index));
    return { day, activated_license, assigned_license: base };
  });

const stateOf = (target: Target, rows: CapturedDay[]) => progressOf(target, rows, today).state;

describe('a target', () => {
  test('is on track when the middle of the forecast meets it on the due day, behind when not', () => {
    expect(stateOf(aTarget(), rising(350, 1))).toBe('on-track');
    expect(stateOf(aTarget({ value: 419 }), rising(350, 1))).toBe('on-track');
    expect(stateOf(aTarget({ value: 420 }), rising(350, 1))).toBe('out-of-reach');
    const slower = [...rising(315, 1, { last: '2026-09-14' }), ...rising(350, 0.5, { count: 70 })];
    expect(progressOf(aTarget(), slower, today)).toMatchObject({
      state: 'behind',
      forecast: { refused: null },
      bestWeek: 7,
    });
  });

  test('says how many people a week it needs, and what the pace and the best week are', () => {
    const { need, pacePerWeek, bestWeek, daysLeft } = progressOf(aTarget(), rising(350, 1), today);
    expect([need?.amount, daysLeft, pacePerWeek, bestWeek]).toEqual([50, 69, 7, 7]);
    expect(need?.perWeek).toBeCloseTo((50 / 69) * 7, 10);
  });

  test('of a rate counts the people at today’s base', () => {
    const rate = aTarget({ metric: 'activation', value: 0.75, dueDay: '2026-12-31' });
    const { need, now, forecast } = progressOf(rate, rising(260, 1), today);
    expect(need?.amount).toBe(55);
    expect(now).toMatchObject({ part: 260, base: 420 });
    expect(forecast.refused === null && forecast.atDue.middle).toBeCloseTo(298 / 420, 10);
    const exact = aTarget({ metric: 'activation', value: 0.07 });
    expect(progressOf(exact, rising(0, 0, { base: 100 }), today).need?.amount).toBe(7);
  });

  test('is reached by the first snapshot that meets it between its days, and stays reached', () => {
    const rows = rising(350, 1);
    expect(progressOf(aTarget({ value: 340 }), rows, today)).toMatchObject({
      state: 'reached',
      reachedOn: '2026-11-13',
    });
    const fallen = [...rows, { day: '2026-11-24', activated_license: 10, assigned_license: 420 } as const];
    expect(progressOf(aTarget({ value: 340 }), fallen, '2026-11-24').state).toBe('reached');
    expect(progressOf(aTarget({ value: 340, setOn: '2026-11-20' }), rows, today).reachedOn).toBe('2026-11-20');
  });

  test('is not reached by what came after the due day, and is out of reach from the day after it', () => {
    const late = aTarget({ value: 340, dueDay: '2026-11-12' });
    expect(stateOf(late, rising(350, 1))).toBe('out-of-reach');
    expect(stateOf(aTarget({ value: 351, dueDay: today }), rising(350, 1))).toBe('out-of-reach');
    expect(stateOf(aTarget({ value: 350, dueDay: today }), rising(350, 1))).toBe('reached');
  });

  test('is out of reach when it needs more a week than the best week of half a year gave', () => {
    expect(stateOf(aTarget({ dueDay: '2026-12-21', value: 378 }), rising(350, 1))).toBe('on-track');
    expect(stateOf(aTarget({ dueDay: '2026-12-21', value: 379 }), rising(350, 1))).toBe('out-of-reach');
  });

  test('is behind when the numbers stand still or go the other way and it is still possible', () => {
    const plateau = [...rising(350, 1, { last: '2026-09-20' }), ...rising(350, 0, { count: 64 })];
    expect(progressOf(aTarget(), plateau, today)).toMatchObject({
      state: 'behind',
      forecast: { refused: { kind: 'flat' } },
    });
    const turned = [...rising(380, 1, { last: '2026-09-20' }), ...rising(350, -0.5, { count: 64 })];
    expect(progressOf(aTarget(), turned, today)).toMatchObject({
      state: 'behind',
      forecast: { refused: { kind: 'away' } },
    });
  });

  test('without enough snapshots is judged by the straight line from its start', () => {
    const start = { setOn: '2026-11-14', startValue: 340, value: 418, dueDay: '2027-01-31' } as const;
    const rows = (now: number) => rising(now, 1, { count: 10 });
    expect(progressOf(aTarget(start), rows(349), today)).toMatchObject({
      state: 'on-track',
      forecast: { refused: { kind: 'too-few' } },
    });
    expect(stateOf(aTarget(start), rows(348))).toBe('behind');
  });

  test('has no state while its number is unknown', () => {
    expect(progressOf(aTarget(), [], today)).toMatchObject({ state: 'unknown', now: null, need: null });
    const empty = rising(0, 0, { base: 0 });
    expect(stateOf(aTarget({ metric: 'activation', value: 0.5 }), empty)).toBe('unknown');
  });

  test('of less is the mirror of a target of more', () => {
    const pending = aTarget({ metric: 'activation_pending', direction: 'down', value: 20 });
    const falling = rising(350, 1).map(({ day, activated_license }) => ({
      day,
      activation_pending: 420 - (activated_license ?? 0),
    }));
    expect(progressOf(pending, falling, today)).toMatchObject({
      state: 'on-track',
      need: { amount: -50 },
      pacePerWeek: -7,
      bestWeek: -7,
    });
    expect(stateOf({ ...pending, value: 0 }, falling)).toBe('out-of-reach');
  });
});

test('a target is approached from the good side, or from where it is', () => {
  expect([directionOf('using_enpass', 1, 5), directionOf('usage_pending', 1, 5)]).toEqual(['up', 'down']);
  expect([directionOf('total_license', 600, 500), directionOf('total_license', 400, 500)]).toEqual(['up', 'down']);
  expect(directionOf('total_license', 400, null)).toBe('up');
});
