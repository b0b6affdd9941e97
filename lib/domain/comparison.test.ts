import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someCounts } from '@/tests/support/counts';
import { compareCounts, compareMetric } from './comparison';
import { metricIds, metrics } from './metrics/adoption';
import { type AdoptionCounts, countFields } from './snapshot';

const counts = fc.record(
  Object.fromEntries(countFields.map((field) => [field, fc.option(fc.nat(10_000_000), { freq: 12 })])),
) as fc.Arbitrary<AdoptionCounts>;

test('every metric is compared, and unknown on one side is unknown in the change', () => {
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      const rows = compareCounts(before, after);
      expect(rows.map(({ metric }) => metric)).toEqual(metricIds);
      for (const { before: then, after: now, change } of rows) {
        expect(change === null).toBe(then.value === null || now.value === null);
      }
    }),
  );
});

test('every rate whose change is known is split into parts that add up as printed, but where its base moved by more than a quarter', () => {
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      for (const { metric, before: then, after: now, change, split, noSplit } of compareCounts(before, after)) {
        const { base } = metrics[metric];
        if (base === null) expect([split, noSplit]).toEqual([null, null]);
        else if (change === null) expect([split, noSplit]).toEqual([null, 'unknown']);
        else if (Math.abs((now.base ?? 0) - (then.base ?? 0)) > (then.base ?? 0) / 4)
          expect([split, noSplit]).toEqual([null, 'base-moved']);
        else {
          const shown = (points: number) => BigInt(points.toFixed(5).replace('.', ''));
          expect(split && shown(split.people) + shown(split.base)).toBe(split && shown(split.total));
          expect(noSplit).toBeNull();
        }
      }
    }),
  );
});

test('a base that changed by exactly a quarter is still split', () => {
  const adoption = (using_enpass: number, assigned_license: number) => someCounts({ using_enpass, assigned_license });
  expect(compareMetric('adoption', adoption(240, 400), adoption(300, 500)).split).not.toBeNull();
  expect(compareMetric('adoption', adoption(240, 400), adoption(300, 501))).toMatchObject({
    split: null,
    noSplit: 'base-moved',
  });
  expect(compareMetric('adoption', adoption(240, 400), adoption(200, 299)).noSplit).toBe('base-moved');
  expect(compareMetric('adoption', adoption(240, 0), adoption(200, 299)).noSplit).toBe('unknown');
});
