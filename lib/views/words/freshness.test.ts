import { expect, test } from 'vitest';
import { freshnessLine } from './freshness';

const here = { now: new Date('2026-11-23T08:00:00Z'), timeZone: 'Europe/Berlin' } as const;
const next = new Date('2026-11-23T08:20:00Z');

test('a snapshot of today says when it was taken', () => {
  const taken = {
    kind: 'taken',
    takenAt: new Date('2026-11-23T05:00:00Z'),
    source: 'scheduled',
    nextRunAt: next,
  } as const;
  expect(freshnessLine(taken, true, here)).toEqual({ tone: 'ok', text: 'Taken today 06:00' });
});

test('a failed run says when it is tried again', () => {
  const failure = { kind: 'server-trouble', detail: null, status: 500, nextTryAt: next } as const;
  expect(freshnessLine({ kind: 'trying', nextTryAt: next, failure }, true, here)).toEqual({
    tone: 'warn',
    text: 'Failed, next try 09:20',
  });
});

test('missed days name the last captured one', () => {
  const cause = { reason: 'token-refused', status: 401 } as const;
  const missed = { kind: 'missed', lastDay: '2026-11-18', days: 4, cause, nextTryAt: next } as const;
  expect(freshnessLine(missed, true, here)).toEqual({ tone: 'bad', text: 'No snapshot since 18 Nov' });
});

test('before the first snapshot nothing counts as late', () => {
  expect(freshnessLine({ kind: 'trying', nextTryAt: next, failure: null }, false, here).text).toBe('No snapshot yet');
});
