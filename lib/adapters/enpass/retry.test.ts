import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FailureKind, failureKinds, type RefreshFailure, retriedKinds } from '@/lib/domain/failure';
import { backOffMs, nextWaitMs, retryAfterMsOf } from './retry';

const failed = (kind: FailureKind, retryAfterMs: number | null = null): RefreshFailure => ({
  kind,
  detail: null,
  status: null,
  retryAfterMs,
});

const situation = { attempt: 1, of: 4, remainingMs: 60_000, baseMs: 1_000, random: 0.5 };

describe('the next attempt', () => {
  test('comes after 1, 2 and 4 seconds, and there is no fifth', () => {
    const waits = [1, 2, 3, 4].map((attempt) =>
      nextWaitMs({ ...situation, attempt, failure: failed('server-trouble') }),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, null]);
  });

  test.each(failureKinds.map((kind) => [kind, retriedKinds.has(kind)] as const))('after %s: %s', (kind, again) => {
    expect(nextWaitMs({ ...situation, failure: failed(kind) }) !== null).toBe(again);
  });

  test('waits as long as the server asks', () => {
    expect(nextWaitMs({ ...situation, failure: failed('rate-limited', 8_000) })).toBe(8_000);
  });

  test('backs off even when the server asks for nothing', () => {
    expect(nextWaitMs({ ...situation, failure: failed('rate-limited', 0) })).toBe(1_000);
  });

  test('is given up when the server asks for more than is left', () => {
    expect(nextWaitMs({ ...situation, failure: failed('rate-limited', 60_000) })).toBeNull();
  });

  test('never waits beyond the deadline, whatever comes', () => {
    const any = fc.record({
      failure: fc.record({
        kind: fc.constantFrom(...failureKinds),
        detail: fc.constant(null),
        status: fc.constant(null),
        retryAfterMs: fc.option(fc.nat(86_400_000)),
      }),
      attempt: fc.integer({ min: 1, max: 4 }),
      of: fc.integer({ min: 1, max: 4 }),
      remainingMs: fc.integer({ min: -1_000, max: 3_600_000 }),
      baseMs: fc.integer({ min: 10, max: 3_600_000 }),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(any, (some) => {
        const waitMs = nextWaitMs(some);
        expect(waitMs === null || (waitMs > 0 && waitMs < some.remainingMs)).toBe(true);
        expect(waitMs === null || waitMs >= (some.failure.retryAfterMs ?? 0)).toBe(true);
      }),
    );
  });
});

test('jitter spreads a back-off by a quarter to either side', () => {
  expect([0, 0.5, 0.999].map((random) => backOffMs(2, 1_000, random))).toEqual([1_500, 2_000, 2_499]);
});

describe('Retry-After', () => {
  const now = new Date('2026-11-23T05:00:00Z');

  test.each([
    ['8', 8_000],
    [' 8 ', 8_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 05:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 04:00:00 GMT', 0],
    ['999999999999999999999999', 86_400_000],
    [`1${'0'.repeat(400)}`, 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
  ])('%s means %i ms', (header, waitMs) => expect(retryAfterMsOf(header, now)).toBe(waitMs));

  test.each([
    undefined,
    '',
    '-1',
    '1.5',
    '1e3',
    'soon',
    '8, 9',
    '2026-11-23T05:00:30Z',
    'Mon, 99 Abc 2026 05:00:30 GMT',
  ])('%s means nothing', (header) => expect(retryAfterMsOf(header, now)).toBeNull());
});
