import { expect, test } from 'vitest';
import { grouped, sameCounts, ungrouped } from './count-groups';
import { type AdoptionCounts, countFields } from './snapshot';

const counts = Object.fromEntries(countFields.map((field, at) => [field, at === 3 ? null : at])) as AdoptionCounts;

test('grouping loses nothing', () => {
  const back = ungrouped(JSON.parse(JSON.stringify(grouped(counts))));
  expect(back).toEqual(counts);
  expect(back !== null && sameCounts(back, counts)).toBe(true);
});

test('text that is not whole is no counts', () => {
  expect(ungrouped(null)).toBeNull();
  expect(
    ungrouped({ ...grouped(counts), enpass_active_users: { total_users: 1, active_users: '2', inactive_users: 3 } }),
  ).toBeNull();
  expect(ungrouped({ ...grouped(counts), enpass_active_users: undefined })).toBeNull();
});

test('unknown and zero are different counts', () => {
  expect(sameCounts(counts, { ...counts, activated_license: 0 })).toBe(false);
});
