import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMetric } from '@/lib/domain/comparison';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import { someCounts } from '@/tests/support/counts';
import { movedOf, wholeValue } from './metrics';

type Over = Partial<AdoptionCounts>;
const moved = (id: MetricId, before: Over, after: Over, days?: number) =>
  movedOf(compareMetric(id, someCounts(before), someCounts(after)), days === undefined ? {} : { days });

describe('a change', () => {
  test('is good news only where up is good', () => {
    expect(moved('using_enpass', {}, { using_enpass: 264 })).toMatchObject({ direction: 'up', verdict: 'good' });
    expect(moved('usage_pending', {}, { usage_pending: 44 })).toMatchObject({ direction: 'up', verdict: 'poor' });
    expect(moved('total_license', {}, { total_license: 496 })).toMatchObject({ direction: 'down', verdict: 'plain' });
  });

  test('that shows as nothing is unchanged and has no colour, and one that shows has its direction', () => {
    const count = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 3000 }), count, (before, base, after) => {
        const found = moved(
          'adoption',
          { using_enpass: before, assigned_license: base },
          { using_enpass: after, assigned_license: base },
        );
        expect(found?.text === 'unchanged').toBe(found?.direction === 'same');
        if (found?.direction === 'same') expect(found.verdict).toBe('plain');
        else expect(found?.text).toMatch(/^[+−].*[1-9]/);
      }),
    );
  });

  test('of a rate that people did not make has no colour: 60 licences taken back and 5 people gone', () => {
    const before = { using_enpass: 260, assigned_license: 420 };
    expect(moved('adoption', before, { using_enpass: 255, assigned_license: 360 })).toEqual({
      direction: 'up',
      verdict: 'plain',
      text: '+8.9',
    });
    expect(moved('adoption', before, { using_enpass: 260, assigned_license: 360 })?.verdict).toBe('plain');
    // One person more does not make +10.6 points good news: 60 licences taken back make 10.3 of them.
    expect(moved('adoption', before, { using_enpass: 261, assigned_license: 360 })?.verdict).toBe('plain');
    expect(moved('adoption', before, { using_enpass: 268, assigned_license: 415 })?.verdict).toBe('good');
    expect(moved('adoption', before, { using_enpass: 259, assigned_license: 460 })?.verdict).toBe('plain');
    expect(moved('adoption', before, { using_enpass: 262, assigned_license: 480 })?.verdict).toBe('plain');
    expect(moved('adoption', before, { using_enpass: 250, assigned_license: 420 })?.verdict).toBe('poor');
  });

  test('over other than 6 to 8 days says over how many', () => {
    const over = (days: number) => moved('using_enpass', {}, { using_enpass: 270 }, days)?.text;
    expect([1, 5, 6, 7, 8, 9, 13].map(over)).toEqual([
      '+10 over 1 day',
      '+10 over 5 days',
      '+10',
      '+10',
      '+10',
      '+10 over 9 days',
      '+10 over 13 days',
    ]);
  });
});

test('a value that somebody chose reads as it was chosen', () => {
  expect([0.75, 0.9996, 0.619, 0.61955].map((value) => wholeValue('adoption', value))).toEqual([
    '75%',
    '99.96%',
    '61.9%',
    '61.955%',
  ]);
  expect(wholeValue('activated_license', 1200)).toBe('1,200');
});
