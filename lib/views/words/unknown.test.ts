import { expect, test } from 'vitest';
import { compareMetric } from '@/lib/domain/comparison';
import { someCounts } from '@/tests/support/counts';
import { whyNoChange, whyNoValue } from './unknown';

const without = (counts: Parameters<typeof someCounts>[0]) =>
  compareMetric('adoption', someCounts(), someCounts(counts));

test('a value is missing because its number is, or because its base is nobody', () => {
  expect(whyNoValue(without({ using_enpass: null }).after)).toBe('unknown in this snapshot');
  expect(whyNoValue(without({ assigned_license: null }).after)).toBe('unknown in this snapshot');
  expect(whyNoValue(without({ assigned_license: 0, using_enpass: 0 }).after)).toBe('no share of 0');
});

test('a change is missing because of either day, and says which', () => {
  const now = without({ using_enpass: null });
  expect(whyNoChange(now, 'on Mon 16 Nov')).toBe('unknown in this snapshot');
  expect(whyNoChange({ before: now.after, after: now.before }, 'on Mon 16 Nov')).toBe('unknown on Mon 16 Nov');
  const nobody = without({ assigned_license: 0, using_enpass: 0 });
  expect(whyNoChange({ before: nobody.after, after: nobody.before }, 'on Mon 16 Nov')).toBe(
    'no share of 0 on Mon 16 Nov',
  );
});
