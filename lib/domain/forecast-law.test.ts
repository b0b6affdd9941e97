import { describe, expect, test } from 'vitest';
import { anchorsOf, furthestOrigin, lawWeeks } from './forecast-history';
import { dampedWeeks, lawOf, movedIn, paceOver, spreadIn, widthsIn } from './forecast-law';

const count = { activity: false, base: null };

/** Anchors from the newest back; `null` is unknown, and so is all before them. */
function anchors(...values: (number | null)[]): Float64Array {
  const all = new Float64Array(furthestOrigin + lawWeeks + 1).fill(Number.NaN);
  for (const [week, value] of values.entries()) all[week] = value ?? Number.NaN;
  return all;
}

function law(values: (number | null)[], options: Parameters<typeof lawOf>[2] = count) {
  const found = lawOf(anchors(...values), 0, options);
  if (!found) throw new Error('no law');
  return found;
}

const falling = (weeks: number, from: number, perWeek: number) =>
  Array.from({ length: weeks + 1 }, (_, week) => from - perWeek * week);

describe('anchors', () => {
  test('are the days whole weeks back, or the nearest earlier one within three days', () => {
    const values = new Float64Array(40).fill(Number.NaN);
    for (const [back, value] of [
      [0, 100],
      [7, 93],
      [17, 80],
      [25, 70],
      [28, 69],
    ] as const)
      values[back] = value;
    expect([...anchorsOf(values).slice(0, 6)]).toEqual([100, 93, 80, Number.NaN, 69, Number.NaN]);
  });
});

describe('the pace', () => {
  test('is the mean of the last 4 and the last 13 weeks', () => {
    const values = [200, 190, 180, 170, 160, ...falling(8, 155, 5)];
    expect(values).toHaveLength(14);
    expect(paceOver(anchors(...values), 0, 4)).toBe(10);
    expect(paceOver(anchors(...values), 0, 13)).toBeCloseTo((200 - 115) / 13, 12);
    expect(law(values).pace).toBeCloseTo((10 + 85 / 13) / 2, 12);
  });

  test('takes the largest known week where the fourth or thirteenth is a gap, and all there is of a short history', () => {
    expect(paceOver(anchors(100, 94, 88, 85, null), 0, 4)).toBe(5);
    expect(law([100, 94, 88]).pace).toBe(6);
    expect(law([100, null, null, null, null, 80, 76])).toMatchObject({ pace: 4, short: 4, long: 4 });
  });
});

describe('steadiness', () => {
  test('is the smallest of the paces of 4, 13 and 26 weeks through the largest', () => {
    const values = [...falling(13, 200, 8), ...Array.from({ length: 13 }, (_, week) => 96 - 4 * (week + 1))];
    expect(values).toHaveLength(27);
    expect(law(values).steadiness).toBeCloseTo((200 - 44) / 26 / 8, 12);
    expect(law(falling(26, 500, 5)).steadiness).toBe(1);
  });

  test('is nothing with less than 26 weeks, without a pace, and where one of them leads the other way', () => {
    expect(law(falling(25, 500, 5)).steadiness).toBe(0);
    expect(law(falling(30, 500, 0))).toMatchObject({ pace: 0, steadiness: 0 });
    expect(
      law([...falling(13, 200, 8), ...Array.from({ length: 13 }, (_, week) => 100 + 20 * (week + 1))]).steadiness,
    ).toBe(0);
  });

  test('counts downwards as upwards', () => {
    expect(law(falling(26, 500, -5))).toMatchObject({ pace: -5, steadiness: 1 });
  });
});

describe('the middle', () => {
  test('adds a pace that slackens: 0.90 a week, 0.98 of the steadiest', () => {
    expect(dampedWeeks(1, 0.9)).toBeCloseTo(0.9, 12);
    expect(dampedWeeks(2, 0.9)).toBeCloseTo(0.9 + 0.81, 12);
    expect(dampedWeeks(26, 0.98)).toBeCloseTo((0.98 * (1 - 0.98 ** 26)) / 0.02, 12);
    expect(movedIn(law([100, 94, 88]), 2)).toBeCloseTo(6 * 1.71, 12);
    expect(movedIn(law(falling(26, 500, 5)), 1)).toBeCloseTo(5 * 0.98, 12);
  });

  test('of who was active lately hardly moves: 0.7 a week', () => {
    expect(movedIn(law([100, 94, 88], { activity: true, base: null }), 2)).toBeCloseTo(6 * (0.7 + 0.49), 12);
  });
});

describe('the stray', () => {
  test('is the deviation of the weekly changes, one over several weeks through their root', () => {
    expect(law([100, 90, 84])).toMatchObject({ changes: 2, stray: 2 });
    const over = law([100, null, null, null, 90, 84]);
    expect(over).toMatchObject({ changes: 2 });
    expect(over.stray).toBeCloseTo(0.5, 12);
  });

  test('of less than two changes is none, and there is no law', () => {
    expect(lawOf(anchors(100, 90), 0, count)).toBeNull();
    expect(lawOf(anchors(), 0, count)).toBeNull();
  });

  test('of who was active lately is that of a year, when that is more', () => {
    const calm = Array.from({ length: 14 }, (_, week) => 100 + (week % 2));
    const wild = Array.from({ length: 39 }, (_, week) => (week % 2) * 40);
    const activity = { activity: true, base: null };
    expect(law([...calm], activity).stray).toBeLessThan(2);
    expect(law([...calm, ...wild], activity).stray).toBeGreaterThan(30);
    expect(law([...calm, ...wild], count).stray).toBeLessThan(2);
  });
});

describe('the spread', () => {
  test('adds drift, wandering and a little more than half a person, wider for few changes', () => {
    const one = law([100, 90, 84]);
    const damped = dampedWeeks(4, 0.93);
    expect(spreadIn(one, 4)).toBeCloseTo((8 * damped + 2 * 2 + 0.6) * (1 + 6 / 4), 12);
    expect(spreadIn(one, 0)).toBe(0);
  });

  test('of a rate has its person through the base', () => {
    expect(law([0.5, 0.5, 0.5], { activity: false, base: 300 }).one).toBe(0.002);
    expect(spreadIn(law([0.5, 0.5, 0.5], { activity: false, base: 300 }), 4)).toBeCloseTo(0.002 * 2.5, 12);
  });

  test('of the steadiest drifts 0.3 less', () => {
    expect(spreadIn(law(falling(26, 500, 5)), 2)).toBeCloseTo(
      (5 * dampedWeeks(2, 0.93) * 0.7 + 0.6) * (1 + 6 / 169),
      12,
    );
  });

  test('of who was active lately grows for twelve weeks', () => {
    const one = { ...law([100, 90, 84], { activity: true, base: null }), pace: 0 };
    expect(spreadIn(one, 26)).toBe(spreadIn(one, 12));
  });
});

describe('the sides', () => {
  test('reach further along the pace the longer it goes, and 0.79 against it', () => {
    const up = law([100, 90, 84]);
    const spread = spreadIn(up, 10);
    const widths = widthsIn(up, 10);
    expect(widths.below).toBeCloseTo(0.79 * spread, 12);
    expect(widths.above).toBeCloseTo((0.53 + 0.41) * spread, 12);
    expect(widthsIn({ ...up, pace: -8 }, 10)).toEqual({ above: widths.below, below: widths.above });
  });

  test('are the larger of both without a pace', () => {
    const flat = law([100, 100, 100]);
    expect(widthsIn(flat, 2)).toEqual({ above: 0.79 * spreadIn(flat, 2), below: 0.79 * spreadIn(flat, 2) });
    expect(widthsIn(flat, 20).below).toBeCloseTo((0.53 + 0.82) * spreadIn(flat, 20), 12);
  });

  test('of who was active lately are 1.15 and 0.9 + 0.02h', () => {
    const active = law([100, 90, 84], { activity: true, base: null });
    expect(widthsIn(active, 5).below).toBeCloseTo(1.15 * spreadIn(active, 5), 12);
    expect(widthsIn(active, 5).above).toBeCloseTo(1 * spreadIn(active, 5), 12);
  });
});
