import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, eachDay } from './day';
import { arrivalAt, type DayValue, expectedOn, type Forecast, forecastOf, isRefused, paceOf } from './forecast';

const last = '2026-11-23';
const days = eachDay(addDays(last, -56), last);
const line = (start: number, perDay: number): DayValue[] =>
  days.map((day, index) => ({ day, value: start + perDay * index }));
const people = { unit: 'people', wanted: 'up' } as const;

function given(values: DayValue[], question: Parameters<typeof forecastOf>[1] = people): Forecast {
  const forecast = forecastOf(values, question);
  if (isRefused(forecast)) throw new Error(forecast.kind);
  return forecast;
}

/** Repeatable numbers between 0 and 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const normal = (next: () => number): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

describe('a forecast', () => {
  test('continues a straight line exactly, without a range', () => {
    const forecast = given(line(200, 1));
    expect(forecast.perWeek).toBeCloseTo(7, 10);
    expect(expectedOn(forecast, addDays(last, 14))).toEqual({ low: 270, middle: 270, high: 270 });
    expect(arrivalAt(forecast, 300)).toEqual({ earliest: '2027-01-06', middle: '2027-01-06', latest: '2027-01-06' });
  });

  test('is the newest value today, and its range only widens', () => {
    const next = random(7);
    const forecast = given(line(200, 1).map(({ day, value }) => ({ day, value: value + Math.round(next() * 9) })));
    expect(expectedOn(forecast, last).low).toBe(forecast.last.value);
    const widths = [7, 14, 28, 56, 112].map((ahead) => {
      const { low, high } = expectedOn(forecast, addDays(last, ahead));
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths[0]).toBeGreaterThan(0);
  });

  test('holds about four futures of five when counts wander as assumed', () => {
    let [inside, all] = [0, 0];
    for (let seed = 1; seed <= 600; seed += 1) {
      const next = random(seed);
      const path: DayValue[] = [];
      for (let at = 0, value = 5000; at <= 56 + 35; at += 1) {
        path.push({ day: addDays(last, at - 56), value });
        value += 3 + 4 * normal(next);
      }
      const { low, high } = expectedOn(given(path.slice(0, 57)), addDays(last, 35));
      const future = path.at(-1)?.value ?? 0;
      all += 1;
      if (low <= future && future <= high) inside += 1;
    }
    expect(inside / all).toBeGreaterThan(0.74);
    expect(inside / all).toBeLessThan(0.86);
  });

  test('is not fooled into certainty by weekends without movement', () => {
    let value = 300;
    const office = days.map((day) => {
      value += [0, 6].includes(new Date(day).getUTCDay()) ? 0 : 2;
      return { day, value };
    });
    const { low, middle, high } = expectedOn(given(office), addDays(last, 28));
    expect(middle).toBeCloseTo(value + 40, -0.5);
    expect(high - low).toBeLessThan(10);
  });

  test('takes a gap as days that passed, not as days without movement', () => {
    const gappy = line(200, 1).filter(({ day }) => day < '2026-10-20' || day > '2026-10-29');
    expect(given(gappy).perWeek).toBeCloseTo(7, 10);
    expect(given(gappy).spread).toBeCloseTo(0, 10);
  });

  test('uses the last eight weeks and nothing older', () => {
    const old = { day: addDays(last, -57), value: 100_000 };
    expect(given([old, ...line(200, 1)])).toEqual(given(line(200, 1)));
  });

  test('stays between nothing and everybody', () => {
    const next = random(3);
    const rate = days.map((day, index) => ({ day, value: 0.9 + 0.001 * index + 0.01 * next() }));
    const reach = expectedOn(given(rate, { unit: 'ratio', wanted: 'up' }), addDays(last, 400));
    expect(reach.high).toBe(1);
    const falling = given(
      line(60, -1).map(({ day, value }) => ({ day, value: Math.max(0, value) })),
      { unit: 'people', wanted: 'down' },
    );
    expect(expectedOn(falling, addDays(last, 400)).middle).toBe(0);
  });

  test('of the same numbers is the same, and of ten times the numbers ten times it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 57, maxLength: 57 }), (values) => {
        const known = values.map((value, index) => ({ day: addDays(last, index - 56), value }));
        const forecast = forecastOf(known, { unit: 'people', wanted: null });
        const tenfold = forecastOf(
          known.map(({ day, value }) => ({ day, value: value * 10 })),
          { unit: 'people', wanted: null },
        );
        expect(forecastOf(known, { unit: 'people', wanted: null })).toEqual(forecast);
        if (isRefused(forecast) || isRefused(tenfold)) return;
        const due = addDays(last, 30);
        expect(expectedOn(tenfold, due).high).toBeCloseTo(expectedOn(forecast, due).high * 10, 6);
      }),
    );
  });
});

describe('a forecast is refused', () => {
  test('with fewer than 21 snapshots in the window, however many are older', () => {
    expect(forecastOf(line(1, 1).slice(-20), people)).toEqual({ kind: 'too-few', snapshots: 20 });
    expect(isRefused(forecastOf(line(1, 1).slice(-21), people))).toBe(false);
    const older = eachDay('2026-01-01', '2026-09-01').map((day) => ({ day, value: 1 }));
    expect(forecastOf([...older, ...line(1, 1).slice(-20)], people)).toEqual({ kind: 'too-few', snapshots: 20 });
    expect(forecastOf([], people)).toEqual({ kind: 'too-few', snapshots: 0 });
  });

  test('when the pace is flat as shown, with the range it stayed in', () => {
    const flat = line(0.69, 0).map(({ day, value }, index) => ({ day, value: value + (index % 3) / 1000 }));
    expect(forecastOf(flat, { unit: 'ratio', wanted: 'up' })).toEqual({ kind: 'flat', low: 0.69, high: 0.692 });
    expect(forecastOf(line(180, 0), people)).toMatchObject({ kind: 'flat' });
  });

  test('when it moves away from the target, and not without one', () => {
    expect(forecastOf(line(400, -1), people)).toMatchObject({ kind: 'away' });
    expect(forecastOf(line(400, 1), { unit: 'people', wanted: 'down' })).toMatchObject({ kind: 'away' });
    expect(isRefused(forecastOf(line(400, -1), { unit: 'people', wanted: null }))).toBe(false);
  });
});

describe('an arrival', () => {
  test('lies within its range, which may be open', () => {
    const next = random(11);
    const wobbly = line(200, 1).map(({ day, value }) => ({ day, value: value + Math.round(next() * 40) }));
    const arrival = arrivalAt(given(wobbly), 320);
    expect(arrival && arrival.earliest <= arrival.middle).toBe(true);
    expect(arrival?.latest === null || (arrival?.latest ?? '') >= (arrival?.middle ?? '')).toBe(true);
  });

  test('is none when ten years do not suffice', () => {
    expect(arrivalAt(given(line(200, 0.01)), 1_000_000)).toBeNull();
  });
});

test('a pace needs two snapshots and uses the days between them', () => {
  expect(paceOf([{ day: last, value: 4 }])).toBeNull();
  const two = [
    { day: '2026-11-09', value: 10 },
    { day: last, value: 24 },
  ] as const;
  expect(paceOf(two)).toMatchObject({ perWeek: 7, snapshots: 2 });
  expect(daysBetween('2026-11-09', last)).toBe(14);
});
