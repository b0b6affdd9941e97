import { expect, test } from 'vitest';
import { missingWords } from './missing-words';

const today = '2026-11-23';
const gap = (from: '2026-02-14' | '2026-01-22', days: number, reason: 'not-running' | 'zone-changed' = 'not-running') =>
  ({ from, to: from, days, reason, status: null }) as const;

test('what is missing is said with its days and its cause, and what nobody missed is not', () => {
  expect(missingWords([gap('2026-02-14', 1)], today)).toBe(
    'One of these days has no snapshot: Sat 14 Feb (not running).',
  );
  expect(missingWords([gap('2026-02-14', 1, 'zone-changed')], today)).toBe('');
  expect(missingWords([], today)).toBe('');
  expect(
    missingWords(
      Array.from({ length: 6 }, () => gap('2026-01-22', 1)),
      today,
    ),
  ).toMatch(/^6 of these days have no snapshot: .* and 2 more gaps\.$/);
});
