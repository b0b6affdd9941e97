import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCounts } from './comparison';
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

test('every rate whose change is known is split into parts that add up as printed, and no count is', () => {
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      for (const { metric, change, split } of compareCounts(before, after)) {
        if (metrics[metric].base === null || change === null) expect(split).toBeNull();
        else {
          const shown = (points: number) => BigInt(points.toFixed(1).replace('.', ''));
          expect(split && shown(split.people) + shown(split.base)).toBe(split && shown(split.total));
        }
      }
    }),
  );
});
