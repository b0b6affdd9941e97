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

test('a move too small for a tenth is shown with as many decimals as it takes', () => {
  const before = someCounts({ connected_browser_extension: 197, added_items: 256 });
  const after = someCounts({ connected_browser_extension: 200, added_items: 260 });
  expect(comparedWords(compareMetric('extension', before, after))).toMatchObject({
    before: '76.95%',
    after: '76.92%',
    change: { direction: 'down', verdict: 'plain', text: '−0.03 points' },
    split: '−0.03 points: +1.16 from 3 more users, −1.19 from 4 more users with items',
  });
});

test('the people of licence assignment are licences', () => {
  const before = someCounts({ assigned_license: 417, total_license: 500 });
  const after = someCounts({ assigned_license: 420, total_license: 500 });
  expect(comparedWords(compareMetric('assignment', before, after)).split).toBe(
    '+0.6 points: +0.6 from 3 more assigned licences, 0.0 from the same licences',
  );
});

test('no two rates look different beside "unchanged", or the same beside a change', () => {
  const counts = fc.record(
    Object.fromEntries(countFields.map((field) => [field, fc.integer({ min: 900, max: 1000 })])),
  ) as fc.Arbitrary<AdoptionCounts>;
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      for (const { before, after, change } of compareCounts(one, other).map(comparedWords)) {
        expect(before === after, `${before} ${after} ${change?.text}`).toBe(change?.direction === 'same');
      }
    }),
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
  const digits = (text = '0') => BigInt(text.replace('−', '-').replace(/[+.,]/g, ''));
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      for (const row of compareCounts(before, after)) {
        const { split } = comparedWords(row);
        if (split === null || row.noSplit !== null) continue;
        const [, total, people, base] =
          /^(?:([+−][\d,.]+) points|Unchanged): (\S+) from .*, (\S+) from /.exec(split) ?? [];
        expect(digits(people) + digits(base)).toBe(digits(total ?? '0'));
      }
    }),
  );
});

test('a day without a snapshot names the day that stands for it', () => {
  expect(standInWords('2026-11-18', '2026-11-17', '2026-11-23')).toBe(
    'Wed 18 Nov has no snapshot; Tue 17 Nov stands for it',
  );
  expect(standInWords('2026-11-18', '2026-11-18', '2026-11-23')).toBeNull();
});
