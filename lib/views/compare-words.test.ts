import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCounts, compareMetric } from '@/lib/domain/comparison';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';
import { someCounts } from '@/tests/support/counts';
import { comparedWords, standInWords } from './compare-words';

test('a rate says where its change came from, in parts that add up', () => {
  const before = someCounts({ using_enpass: 250, assigned_license: 414 });
  expect(comparedWords(compareMetric('adoption', before, someCounts()))).toEqual({
    label: 'Adoption',
    before: '60.4%',
    after: '61.9%',
    madeBefore: '250 of 414',
    madeAfter: '260 of 420',
    change: { direction: 'up', verdict: 'good', text: '+1.5 points' },
    split: '+1.5 points: +2.4 from 10 more users, −0.9 from 6 more assigned licences',
  });
  const one = someCounts({ using_enpass: 261, assigned_license: 419 });
  expect(comparedWords(compareMetric('adoption', someCounts(), one)).split).toBe(
    '+0.4 points: +0.3 from 1 more user, +0.1 from 1 fewer assigned licence',
  );
  expect(comparedWords(compareMetric('adoption', someCounts(), someCounts())).split).toBe(
    'Unchanged: 0.0 from the same users, 0.0 from the same assigned licences',
  );
});

test('a count is a plain difference, and unknown is a dash', () => {
  expect(comparedWords(compareMetric('usage_pending', someCounts(), someCounts({ usage_pending: 45 })))).toMatchObject({
    change: { direction: 'up', verdict: 'poor', text: '+5' },
    split: null,
    madeBefore: null,
  });
  expect(comparedWords(compareMetric('adoption', null, someCounts()))).toMatchObject({
    before: '—',
    change: null,
    split: null,
  });
});

test('what is printed adds up for any two days: total is people plus base', () => {
  const counts = fc.record(
    Object.fromEntries(countFields.map((field) => [field, fc.nat(5000)])),
  ) as fc.Arbitrary<AdoptionCounts>;
  const tenths = (text = '0') => BigInt(text.replace('−', '-').replace(/[+.,]/g, ''));
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      for (const row of compareCounts(before, after)) {
        const { split } = comparedWords(row);
        if (split === null) continue;
        const [, total, people, base] =
          /^(?:([+−][\d,.]+) points|Unchanged): (\S+) from .*, (\S+) from /.exec(split) ?? [];
        expect(tenths(people) + tenths(base)).toBe(tenths(total ?? '0'));
      }
    }),
  );
});

test('a day without a snapshot names the day that stands for it', () => {
  expect(standInWords('2026-11-18', '2026-11-17')).toBe('Wed 18 Nov has no snapshot; Tue 17 Nov stands for it');
  expect(standInWords('2026-11-18', '2026-11-18')).toBeNull();
});
