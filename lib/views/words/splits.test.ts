import { expect, test } from 'vitest';
import { compareMetric } from '@/lib/domain/comparison';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import { someCounts } from '@/tests/support/counts';
import { splitWords } from './splits';

const adoption = (before: readonly [number, number], after: readonly [number, number]) =>
  splitWords(
    compareMetric(
      'adoption',
      someCounts({ using_enpass: before[0], assigned_license: before[1] }),
      someCounts({ using_enpass: after[0], assigned_license: after[1] }),
    ),
  );

test('a split says points, and from whom each part comes, in both directions', () => {
  expect(adoption([250, 414], [260, 420])).toBe('+2.4 points from 10 more users, −0.9 from 6 more assigned licences');
  expect(adoption([260, 420], [261, 419])).toBe('+0.3 points from 1 more user, +0.1 from 1 fewer assigned licence');
  expect(adoption([250, 420], [260, 420])).toMatch('from the same assigned licences');
});

test('one is singular in whichever word it counts: 1 more user with items', () => {
  const one = (id: 'extension' | 'active' | 'usage' | 'onboarding' | 'assignment', over: Partial<AdoptionCounts>) =>
    splitWords(compareMetric(id, someCounts(), someCounts(over)))?.split(', ')[1];
  expect(one('extension', { added_items: 261 })).toBe('−0.3 from 1 more user with items');
  expect(one('active', { total_users: 319 })).toBe('+0.3 from 1 fewer total user');
  expect(one('usage', { onboarded_users: 301 })).toBe('−0.3 from 1 more onboarded user');
  expect(one('onboarding', { activated_license: 351 })).toBe('−0.2 from 1 more activated user');
  expect(one('assignment', { total_license: 501 })).toBe('−0.2 from 1 more licence');
  expect(one('extension', { added_items: 262 })).toBe('−0.6 from 2 more users with items');
});

test('over a base that moved too far it says what became of who was added, never parts above the change', () => {
  const usage = (before: readonly [number, number], after: readonly [number, number]) =>
    splitWords(
      compareMetric(
        'usage',
        someCounts({ using_enpass: before[0], onboarded_users: before[1] }),
        someCounts({ using_enpass: after[0], onboarded_users: after[1] }),
      ),
    );
  expect(usage([23, 9], [266, 286])).toBe('277 more onboarded, 243 more use Enpass: 88 for each 100 added');
});

test.each([
  ['fewer people', [100, 200], [88, 400], '200 more assigned licences, 12 fewer use Enpass'],
  ['as many people', [100, 200], [100, 400], '200 more assigned licences, as many use Enpass as before'],
  ['one person', [100, 200], [101, 400], '200 more assigned licences, 1 more uses Enpass: 1 for each 100 added'],
  ['one added', [1, 3], [2, 4], '1 more assigned licence, 1 more uses Enpass'],
  ['nine added', [1, 3], [9, 12], '9 more assigned licences, 8 more use Enpass'],
  ['all of the added', [10, 20], [60, 70], '50 more assigned licences, 50 more use Enpass: 100 for each 100 added'],
  ['nearly all', [10, 20], [286, 297], '277 more assigned licences, 276 more use Enpass: 99.6 for each 100 added'],
  ['nearly none', [0, 20], [1, 1020], '1,000 more assigned licences, 1 more uses Enpass: 0.1 for each 100 added'],
  ['more than were added', [10, 100], [90, 150], '50 more assigned licences, 80 more use Enpass: more than were added'],
  ['taken away', [200, 400], [150, 200], '200 fewer assigned licences, 50 fewer use Enpass'],
  ['taken away from nobody', [100, 400], [110, 200], '200 fewer assigned licences, 10 more use Enpass'],
] as const)('a share of what was added only where it means something: %s', (_, before, after, words) => {
  expect(adoption(before, after)).toBe(words);
});

test('a count and an unknown number have no split to tell', () => {
  expect(splitWords(compareMetric('using_enpass', someCounts(), someCounts()))).toBeNull();
  expect(splitWords(compareMetric('adoption', null, someCounts()))).toBeNull();
});
