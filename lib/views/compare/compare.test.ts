import { expect, test } from 'vitest';
import { compareCounts } from '@/lib/domain/comparison';
import { metricIds } from '@/lib/domain/metrics/adoption';
import { someCounts } from '@/tests/support/counts';
import { compareGroups } from './compare-groups';
import { comparePresets } from './compare-presets';

test('every metric has one row, the headline first', () => {
  const groups = compareGroups(compareCounts(someCounts(), someCounts()));
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids[0]).toBe('adoption');
  expect([...ids].sort()).toEqual([...metricIds].sort());
});

test('a year ago is the same date, and 28 February where there is no 29th', () => {
  expect(comparePresets('2026-11-23').map(({ from }) => from)).toEqual([
    '2026-11-16',
    '2026-10-26',
    '2026-08-31',
    '2025-11-23',
  ]);
  expect(comparePresets('2028-02-29').at(-1)?.from).toBe('2027-02-28');
});
