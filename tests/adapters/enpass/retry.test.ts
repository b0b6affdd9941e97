import { expect, test } from 'vitest';
import type { ReadProgress } from '@/lib/adapters/enpass/enpass';
import { reading } from './enpass-world';

test('troubles that pass cost attempts, not the reading', async () => {
  const { outcome } = await reading(['500', 'reset', 'truncated', 'good']);
  expect(outcome).toMatchObject({ ok: true, attempts: 4 });
});

test('a trouble that needs a person ends the run at once', async () => {
  const { fake, outcome } = await reading(['503', '401', 'good']);
  expect(outcome).toMatchObject({ ok: false, attempts: 2, failure: { kind: 'token-refused' } });
  expect(fake.requests).toHaveLength(2);
});

test('there are never more than four attempts, whatever is asked for', async () => {
  const { fake } = await reading('500', { maxAttempts: 9 });
  expect(fake.requests).toHaveLength(4);
});

test('a single attempt does not wait for another', async () => {
  const started = performance.now();
  const { fake, outcome } = await reading('429-retry-after', { maxAttempts: 1 });
  expect(outcome).toMatchObject({ attempts: 1, failure: { kind: 'rate-limited', retryAfterMs: 1_000 } });
  expect(fake.requests).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(900);
});

test('Retry-After is waited for in full', async () => {
  const started = performance.now();
  const { outcome } = await reading(['429-retry-after', 'good']);
  expect(outcome).toMatchObject({ ok: true, attempts: 2 });
  expect(performance.now() - started).toBeGreaterThanOrEqual(999);
});

test('Retry-After beyond the run is handed on for the next one', async () => {
  const { outcome } = await reading('429-retry-after-long');
  expect(outcome).toMatchObject({ attempts: 1, failure: { kind: 'rate-limited', retryAfterMs: 3_600_000 } });
});

test('the run ends at its deadline, although attempts are left', async () => {
  const started = performance.now();
  const { outcome } = await reading('never-answers', { attemptTimeoutMs: 500, runDeadlineMs: 700 });
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'timed-out' } });
  expect(outcome.attempts).toBeLessThan(4);
  expect(performance.now() - started).toBeLessThan(1_500);
});

test('an attempt never outlives the run', async () => {
  const started = performance.now();
  await reading('headers-then-nothing', { attemptTimeoutMs: 10_000, runDeadlineMs: 200 });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('progress tells each attempt, and each wait with its reason and end', async () => {
  const seen: ReadProgress[] = [];
  const now = new Date('2026-11-23T05:00:00Z');
  const waits: number[] = [];
  await reading(['500', '429-retry-after', 'good'], {
    retryBaseMs: 100,
    random: () => 0.5,
    now: () => now,
    sleep: async (ms) => void waits.push(ms),
    onProgress: (progress) => void seen.push(progress),
  });
  expect(waits).toEqual([100, 1_000]);
  expect(seen).toMatchObject([
    { attempt: 1, of: 4, waitingUntil: null, because: null },
    { attempt: 1, of: 4, waitingUntil: new Date('2026-11-23T05:00:00.100Z'), because: { kind: 'server-trouble' } },
    { attempt: 2, of: 4, waitingUntil: null, because: { kind: 'server-trouble' } },
    {
      attempt: 2,
      of: 4,
      waitingUntil: new Date('2026-11-23T05:00:01Z'),
      because: { kind: 'rate-limited', status: 429 },
    },
    { attempt: 3, of: 4, waitingUntil: null, because: { kind: 'rate-limited' } },
  ]);
});

test.each([
  ['before it begins', 0, 'good', 0],
  ['while Enpass keeps silent', 50, 'never-answers', 1],
  ['in the middle of the answer', 50, 'slow-drip', 1],
  ['while it waits', 50, '429-retry-after', 1],
] as const)('a run stopped %s ends at once, and says so', async (_, afterMs, mode, attempts) => {
  const stop = new AbortController();
  if (afterMs === 0) stop.abort();
  else setTimeout(() => stop.abort(), afterMs);
  const started = performance.now();
  const { outcome } = await reading(mode, { signal: stop.signal });
  expect(outcome).toMatchObject({ ok: false, attempts, failure: { kind: 'not-running', detail: 'stopped' } });
  expect(performance.now() - started).toBeLessThan(900);
});
