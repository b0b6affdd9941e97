import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, eachDay } from './day';
import { expectedOn, type Forecast, forecastOf, isRefused } from './forecast';
import { arrivalOf } from './forecast-arrival';
import { historyOf } from './forecast-history';
import { dampedWeeks, widthsIn } from './forecast-law';
import { paceOf } from './forecast-pace';
import { shownAmount } from './forecast-shown';
import { forecastView } from './forecast-view';
import { forecastsOfDay } from './forecasts-of-day';
import type { MetricId } from './metrics/adoption';
import { type AdoptionCounts, countFields } from './snapshot';
import type { CapturedDay } from './trend';

const last: Day = '2026-11-23';

/** `count` days up to the last; `index` counts up to it. */
const history = (count: number, counts: (index: number) => Partial<AdoptionCounts> | null, end: Day = last) =>
  historyOf(
    eachDay(addDays(end, 1 - count), end).flatMap((day, index): CapturedDay[] => {
      const found = counts(index - count + 1);
      return found ? [{ day, ...found }] : [];
    }),
    countFields,
  );

function given(known: ReturnType<typeof history>, metric: MetricId, today: Day = last): Forecast {
  const forecast = forecastOf(known, metric, today);
  if (isRefused(forecast)) throw new Error(forecast.kind);
  return forecast;
}

/** A person a day, of 500 licences. */
const steady = history(400, (index) => ({
  total_license: 500,
  assigned_license: 420,
  using_enpass: 300 + Math.floor(index / 2),
  activated_license: 400 + index,
}));
const inWeeks = (weeks: number) => addDays(last, weeks * 7);

describe('a forecast', () => {
  test('is the newest value today, and its middle follows the damped pace', () => {
    const forecast = given(steady, 'using_enpass');
    expect(expectedOn(forecast, last)).toEqual({ low: 300, middle: 300, high: 300 });
    expect(forecast.law).toMatchObject({ pace: expect.closeTo(3.5, 0), activity: false });
    const phi = 0.9 + 0.08 * forecast.law.steadiness;
    expect(expectedOn(forecast, inWeeks(4)).middle).toBeCloseTo(300 + forecast.law.pace * dampedWeeks(4, phi), 10);
  });

  test('of a stage ends at the upper end of assigned licences, that at all licences', () => {
    const stage = given(steady, 'activated_license');
    const assigned = given(steady, 'assigned_license');
    const { high } = expectedOn(assigned, inWeeks(13));
    expect(high).toBeGreaterThan(420);
    expect(high).toBeLessThan(500);
    expect(expectedOn(stage, inWeeks(13)).high).toBe(high);
    const full = history(100, (index) => ({ total_license: 430, assigned_license: 420 + Math.ceil(index / 7) }));
    expect(expectedOn(given(full, 'assigned_license'), inWeeks(20)).high).toBe(430);
  });

  test('is never bounded below its own newest value', () => {
    const above = history(100, () => ({ total_license: 100, assigned_license: 90, using_enpass: 120 }));
    expect(expectedOn(given(above, 'using_enpass'), inWeeks(4))).toMatchObject({ middle: 120, high: 120 });
    const rate = history(100, () => ({ using_enpass: 120, assigned_license: 100 }));
    expect(expectedOn(given(rate, 'adoption'), inWeeks(4)).high).toBe(1.2);
    expect(expectedOn(given(above, 'adoption'), inWeeks(4)).low).toBeLessThan(120 / 90);
  });

  test('of what licences are unknown has no ceiling, and none falls below nothing', () => {
    const unknown = history(100, (index) => ({ activated_license: 200 + index }));
    expect(expectedOn(given(unknown, 'activated_license'), inWeeks(26)).high).toBeGreaterThan(220);
    const pending = history(100, (index) => ({ usage_pending: Math.max(0, -index) }));
    expect(expectedOn(given(pending, 'usage_pending'), inWeeks(8))).toMatchObject({ low: 0, middle: 0 });
  });

  test('of who was active lately has its own law', () => {
    const active = history(400, (index) => ({
      active_users: 300 + index,
      total_users: 400,
      inactive_users: 100 - index,
    }));
    for (const id of ['active_users', 'inactive_users', 'active'] as const) {
      expect(given(active, id).law).toMatchObject({ activity: true, steadiness: 0 });
    }
    expect(given(active, 'total_users').law.activity).toBe(false);
  });
});

describe('own history', () => {
  test('leaves a range as it is where it held, and widens it up to three times where it did not', () => {
    expect(given(steady, 'using_enpass')).toMatchObject({ factor: 1 });
    const jumps = history(700, (index) => ({ using_enpass: 5000 + 30 * Math.abs(((index + 700) % 112) - 56) }));
    const { factor, record } = given(jumps, 'using_enpass');
    expect(factor).toBeGreaterThan(1);
    expect(factor).toBeLessThanOrEqual(3);
    expect(record.held).toBeLessThan(record.of);
  });

  test('counts forecasts of 2, 4 and 8 weeks from origins with four anchors behind them', () => {
    const ten = given(
      history(64, (index) => ({ using_enpass: 300 + index })),
      'using_enpass',
    );
    expect(ten.record).toEqual({ held: 6, of: 4 + 2 });
    expect(given(steady, 'using_enpass').record.of).toBe(52 + 50 + 46);
  });
});

describe('a refusal', () => {
  test.each<[string, MetricId, ReturnType<typeof history>, Day, object]>([
    ['no snapshot', 'adoption', null, last, { kind: 'too-few', snapshots: 0 }],
    [
      'twenty snapshots',
      'using_enpass',
      history(20, () => ({ using_enpass: 5 })),
      last,
      { kind: 'too-few', snapshots: 20 },
    ],
    [
      'weekly snapshots',
      'using_enpass',
      history(300, (index) => (index % 7 === 0 ? { using_enpass: 5 } : null)),
      last,
      { kind: 'too-few', snapshots: 8 },
    ],
    ['eleven days without one', 'using_enpass', steady, addDays(last, 11), { kind: 'stale', lastDay: last, days: 11 }],
    ['total licences', 'total_license', steady, last, { kind: 'decision' }],
    [
      'a step of the base',
      'adoption',
      history(100, (index) => ({ using_enpass: 50, assigned_license: index > -30 ? 112 : 100 })),
      last,
      { kind: 'base-step', base: 'assigned_license', from: 100, to: 112 },
    ],
  ])('of %s', (_, metric, known, today, refusal) => {
    expect(forecastOf(known, metric, today)).toEqual(refusal);
  });

  test('is none with 21 snapshots, ten days without one, a step that is small, long ago, or of a count', () => {
    const stepped = (on: number, to: number) =>
      history(100, (index) => ({ using_enpass: 50, assigned_license: index > on ? to : 100 }));
    expect(
      isRefused(
        forecastOf(
          history(21, () => ({ using_enpass: 5 })),
          'using_enpass',
          last,
        ),
      ),
    ).toBe(false);
    expect(isRefused(forecastOf(steady, 'using_enpass', addDays(last, 10)))).toBe(false);
    expect(isRefused(forecastOf(stepped(-30, 110), 'adoption', last))).toBe(false);
    expect(isRefused(forecastOf(stepped(-36, 150), 'adoption', last))).toBe(false);
    expect(isRefused(forecastOf(stepped(-30, 150), 'assigned_license', last))).toBe(false);
  });

  test('of a day more than 26 weeks ahead is of its range alone', () => {
    const asked = { metric: 'using_enpass', today: last, made: null } as const;
    const forecast = given(steady, 'using_enpass');
    expect(forecastView(forecast, { ...asked, on: inWeeks(26) })).toMatchObject({ refused: null });
    const far = forecastView(forecast, { ...asked, on: addDays(last, 183) });
    expect(far).toMatchObject({ refused: { kind: 'too-far' }, low: null, high: null });
    expect(far.middle).toBeGreaterThan(300);
  });
});

test('the record is that of stored forecasts as soon as twenty have come due', () => {
  const asked = { metric: 'using_enpass', today: last, on: inWeeks(4) } as const;
  const forecast = given(steady, 'using_enpass');
  const view = (of: number) => forecastView(forecast, { ...asked, made: { held: 15, of } }).record;
  expect(view(20)).toEqual({ held: 15, of: 20, kind: 'made' });
  expect(view(19)).toEqual({ ...forecast.record, kind: 'recomputed' });
});

describe('an arrival', () => {
  const forecast = given(steady, 'using_enpass');
  const aim = { value: 320, direction: 'up' } as const;
  const dayWhen = (end: 'high' | 'middle') =>
    eachDay(last, inWeeks(26)).find((day) => Math.round(expectedOn(forecast, day)[end]) >= 320) ?? null;

  test('is the first day the far end and the middle meet the value, as a walk over all days finds them', () => {
    expect(arrivalOf(forecast, aim, last)).toEqual({
      earliest: dayWhen('high'),
      about: dayWhen('middle'),
      refused: null,
    });
  });

  test('is open where neither does within 26 weeks, and never in the past', () => {
    expect(arrivalOf(forecast, { ...aim, value: 499 }, last)).toEqual({ earliest: null, about: null, refused: null });
    const late = addDays(last, 9);
    expect(arrivalOf(forecast, { ...aim, value: 301 }, late)).toMatchObject({ earliest: late });
    expect(arrivalOf(forecast, { ...aim, value: 300 }, late)).toEqual({ earliest: late, about: late, refused: null });
  });

  test('is refused alone by a flat or an opposite pace', () => {
    const flat = given(
      history(100, () => ({ using_enpass: 50 })),
      'using_enpass',
    );
    expect(arrivalOf(flat, { value: 60, direction: 'up' }, last).refused).toEqual({ kind: 'flat', short: 0, long: 0 });
    expect(arrivalOf(forecast, { value: 200, direction: 'down' }, last).refused).toMatchObject({ kind: 'away' });
  });
});

test('a pace takes 8 snapshots and 14 days', () => {
  const rising = (days: number) => new Float64Array(days).map((_, back) => 100 - back);
  expect(paceOf(rising(13))).toBeNull();
  expect(paceOf(rising(14))).toMatchObject({ perWeek: 7, longWeeks: 1, snapshots: 14 });
  expect(paceOf(rising(120))).toMatchObject({ perWeek: 7, shortWeeks: 4, longWeeks: 13 });
  const sparse = new Float64Array(30).fill(Number.NaN);
  for (const back of [0, 1, 2, 14, 21]) sparse[back] = 50;
  expect(paceOf(sparse)).toBeNull();
});

test('what is told of a rate is only all or nothing when it is', () => {
  expect([0.99951, 1, 0.0004, 0].map((ratio) => shownAmount('ratio', ratio))).toEqual([0.9995, 1, 0.0005, 0]);
  expect(shownAmount('ratio', 0.99985, 0.9999)).toBe(0.9999);
  expect(shownAmount('ratio', 0.00004, 0.0002)).toBe(0.00005);
  expect(shownAmount('people', 399.5)).toBe(400);
});

test('a day keeps the rates in 4, 8 and 13 weeks and what open targets look forward to, nothing that is refused', () => {
  const targets = [
    { metric: 'using_enpass', dueDay: inWeeks(6) },
    { metric: 'total_license', dueDay: inWeeks(6) },
    { metric: 'adoption', dueDay: inWeeks(8) },
    { metric: 'adoption', dueDay: last },
    { metric: 'adoption', dueDay: inWeeks(27) },
  ] as const;
  const kept = forecastsOfDay(steady, targets, last);
  const of = (id: MetricId) =>
    kept.filter(({ metric }) => metric === id).map(({ forDay }) => daysBetween(last, forDay) / 7);
  expect([of('adoption'), of('using_enpass'), of('total_license'), of('usage')]).toEqual([[4, 8, 13], [6], [], []]);
});

const weeks = fc.integer({ min: 1, max: 26 });
const someHistory = fc
  .array(fc.option(fc.integer({ min: 0, max: 400 }), { freq: 8 }), { minLength: 60, maxLength: 500 })
  .map((values) =>
    history(
      values.length,
      (index) => {
        const value = values[values.length - 1 + index] ?? null;
        return value === null ? null : { total_license: 400, assigned_license: 400, using_enpass: value };
      },
      addDays(last, 0),
    ),
  );

test('whatever the past, the range holds its middle, lies within its bounds and only widens with own history', () => {
  fc.assert(
    fc.property(someHistory, weeks, fc.constantFrom<MetricId>('using_enpass', 'adoption'), (known, ahead, metric) => {
      const forecast = forecastOf(known, metric, last);
      if (isRefused(forecast)) return;
      const day = addDays(forecast.last.day, ahead * 7);
      const { low, middle, high } = expectedOn(forecast, day);
      expect(low).toBeLessThanOrEqual(middle);
      expect(middle).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(metric === 'adoption' ? 1 : 400);
      expect(forecast.factor).toBeGreaterThanOrEqual(1);
      expect(forecast.factor).toBeLessThanOrEqual(3);
      const { above, below } = widthsIn(forecast.law, ahead);
      expect(Math.min(above, below)).toBeGreaterThan(0);
      expect(forecast.record.held).toBeLessThanOrEqual(forecast.record.of);
    }),
  );
});
