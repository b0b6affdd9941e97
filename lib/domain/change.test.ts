import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, partsOfChange, splitOf, weekBefore } from './change';
import type { Day } from './day';

const on = (...days: Day[]) => days.map((day) => ({ day }));

describe('a week ago', () => {
  test('is the day seven days earlier', () => {
    expect(weekBefore(on('2026-11-15', '2026-11-16', '2026-11-17'), '2026-11-23')).toEqual({ day: '2026-11-16' });
  });

  test('is the nearest earlier day within three when that day is a gap', () => {
    expect(weekBefore(on('2026-11-12', '2026-11-14', '2026-11-17'), '2026-11-23')).toEqual({ day: '2026-11-14' });
    expect(weekBefore(on('2026-11-13', '2026-11-17'), '2026-11-23')).toEqual({ day: '2026-11-13' });
  });

  test('is unknown beyond, and never a later day', () => {
    expect(weekBefore(on('2026-11-12', '2026-11-17', '2026-11-22'), '2026-11-23')).toBeNull();
    expect(weekBefore([], '2026-11-23')).toBeNull();
  });
});

describe('the people/base split', () => {
  const count = fc.integer({ min: 0, max: 10_000_000 });
  const base = fc.integer({ min: 1, max: 10_000_000 });

  test('rounds an exact half away from zero, whatever binary makes of it', () => {
    expect(splitOf({ part: 49, base: 25 }, { part: 323, base: 400 })?.total).toBe(-115.3);
    expect(splitOf({ part: 323, base: 400 }, { part: 49, base: 25 })?.total).toBe(115.3);
  });

  test('explains the example of the mock', () => {
    expect(splitOf({ part: 250, base: 414 }, { part: 260, base: 420 })).toEqual({
      total: 1.5,
      people: 2.4,
      base: -0.9,
    });
  });

  test('adds up exactly: people and base parts are the whole change', () => {
    fc.assert(
      fc.property(count, base, count, base, (p1, b1, p2, b2) => {
        const parts = partsOfChange({ part: p1, base: b1 }, { part: p2, base: b2 });
        const change = p2 / b2 - p1 / b1;
        expect(parts && parts.people + parts.base).toBeCloseTo(change, 6 - Math.ceil(Math.log10(Math.abs(change) + 1)));
      }),
    );
  });

  test('adds up to the last digit shown', () => {
    fc.assert(
      fc.property(count, base, count, base, (p1, b1, p2, b2) => {
        const split = splitOf({ part: p1, base: b1 }, { part: p2, base: b2 });
        const shown = (points: number) => BigInt(points.toFixed(1).replace('.', ''));
        expect(split && shown(split.people) + shown(split.base)).toBe(split && shown(split.total));
        expect(Object.values(split ?? {}).some((points) => Object.is(points, -0))).toBe(false);
      }),
    );
  });

  test('blames only people when the base stays, and only the base when people stay', () => {
    fc.assert(
      fc.property(count, base, count, base, (part, b1, other, b2) => {
        expect(splitOf({ part, base: b1 }, { part: other, base: b1 })?.base).toBe(0);
        expect(partsOfChange({ part, base: b1 }, { part, base: b2 })?.people).toBe(0);
      }),
    );
  });

  test('turns round when time is turned round', () => {
    fc.assert(
      fc.property(count, base, count, base, (p1, b1, p2, b2) => {
        const forth = splitOf({ part: p1, base: b1 }, { part: p2, base: b2 });
        const back = splitOf({ part: p2, base: b2 }, { part: p1, base: b1 });
        expect(forth?.total).toBeCloseTo(-(back?.total ?? Number.NaN), 6);
      }),
    );
  });

  test('is unknown when a base is 0 or a number is unknown', () => {
    expect(splitOf({ part: 0, base: 0 }, { part: 1, base: 2 })).toBeNull();
    expect(splitOf({ part: 1, base: 2 }, { part: 1, base: 0 })).toBeNull();
    expect(splitOf({ part: null, base: 2 }, { part: 1, base: 2 })).toBeNull();
    expect(splitOf({ part: 1, base: 2 }, { part: 1, base: null })).toBeNull();
  });
});

test('a difference with an unknown number is unknown', () => {
  expect([difference(250, 260), difference(null, 1), difference(1, null)]).toEqual([10, null, null]);
});
