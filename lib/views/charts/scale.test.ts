import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countScale, rateScale, type Scale } from './scale';

const counts = fc.tuple(fc.nat(100_000), fc.nat(100_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const rates = counts.map(([low, high]) => [low / 100_000, high / 100_000] as const);

const holds = ({ low, high, ticks }: Scale, [least, most]: readonly [number, number]) => {
  expect(low).toBeLessThanOrEqual(least + 1e-9);
  expect(high).toBeGreaterThanOrEqual(most - 1e-9);
  expect(low).toBeGreaterThanOrEqual(0);
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  expect(ticks.length).toBeLessThanOrEqual(4);
  expect(ticks[0]).toBeCloseTo(low);
  expect(ticks.at(-1)).toBeCloseTo(high);
};

describe('the axis of counts', () => {
  test('serves the line: it begins at 0 only where the line then fills half of it', () => {
    expect(countScale(177, 391).ticks).toEqual([0, 200, 400]);
    expect(countScale(340, 391).ticks).toEqual([340, 360, 380, 400]);
    expect(countScale(0, 0).ticks).toEqual([0, 1, 2]);
  });

  test('makes no cliff of a step: it never shows less than a tenth of the highest', () => {
    expect(countScale(500, 501).ticks).toEqual([475, 500, 525, 550]);
    fc.assert(
      fc.property(counts, ([low, high]) => {
        const scale = countScale(low, high);
        holds(scale, [low, high]);
        expect(scale.high - scale.low).toBeGreaterThanOrEqual(high * 0.1);
        if (low >= high / 2) expect(high - low).toBeLessThanOrEqual(scale.high - scale.low);
      }),
    );
  });
});

test('the axis of rates stays within 0 and 100% and shows at least five points', () => {
  fc.assert(
    fc.property(rates, fc.constantFrom(0.4, 2), ([low, high], close) => {
      const scale = rateScale(low, high, close);
      holds(scale, [low, high]);
      expect(scale.high).toBeLessThanOrEqual(1 + 1e-9);
      expect(scale.high - scale.low).toBeGreaterThanOrEqual(0.05 - 1e-9);
    }),
  );
  expect(rateScale(1, 1).ticks).toEqual([0.95, 1]);
  // Enpass may send more users than licences: what it sent is drawn.
  expect(rateScale(0.9, 1.12).high).toBeGreaterThanOrEqual(1.12);
});
