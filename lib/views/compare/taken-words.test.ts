import { expect, test } from 'vitest';
import { takenWords } from './taken-words';

test('paper says when both days were taken, and which was imported', () => {
  const monday = { takenAt: new Date('2026-11-16T05:02:00Z'), source: 'scheduled' } as const;
  const imported = { takenAt: new Date('2026-11-23T08:10:00Z'), source: 'imported' } as const;
  expect(takenWords([monday, imported], 'Europe/Berlin')).toBe(
    'Snapshots taken 16 November 2026 06:02 and imported 23 November 2026 09:10, Berlin time.',
  );
});
