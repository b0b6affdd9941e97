import { expect, test } from 'vitest';
import { snapshotWords } from './snapshots';

const here = { now: new Date('2026-11-23T08:00:00Z'), timeZone: 'Europe/Berlin' } as const;
const next = new Date('2026-11-24T05:00:00Z');
const taken = { day: '2026-11-23', takenAt: new Date('2026-11-23T05:00:00Z'), source: 'scheduled' } as const;
const words = (
  ...[snapshot, freshness]: [Parameters<typeof snapshotWords>[0], Parameters<typeof snapshotWords>[1]]
) => {
  const { tone, fact, sentence } = snapshotWords(snapshot, freshness, here);
  return [tone, fact + sentence];
};

test('a snapshot says when and how it came, and when the next one does', () => {
  const freshness = { kind: 'taken', takenAt: taken.takenAt, source: 'scheduled', nextRunAt: next } as const;
  expect(words(taken, freshness)).toEqual([
    'ok',
    'Taken today 06:00 by schedule. Next one tomorrow 06:00, Berlin time.',
  ]);
});

test('an imported snapshot does not claim to have been taken', () => {
  expect(words({ ...taken, source: 'imported' }, { kind: 'not-due', dueAt: next })[1]).toMatch('Imported today 06:00.');
  expect(words({ ...taken, day: '2025-11-18', source: 'imported' }, { kind: 'not-due', dueAt: next })[1]).toMatch(
    'Of Tue 18 Nov 2025, imported today 06:00.',
  );
});

test('missed days are counted beside the last snapshot', () => {
  const cause = { reason: 'token-refused', status: 401 } as const;
  const missed = { kind: 'missed', lastDay: '2026-11-18', days: 4, cause, nextTryAt: next } as const;
  expect(words(taken, missed)).toEqual([
    'bad',
    'Taken today 06:00 by schedule. 4 days missed since, next try tomorrow 06:00.',
  ]);
});
