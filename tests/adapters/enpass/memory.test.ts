import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeProcess, startFakeProcess } from './enpass-process';
import { aClientOf } from './enpass-world';

// The fake runs in its own process: this one's memory is the client's alone.
let fake: FakeProcess;

beforeAll(async () => {
  fake = await startFakeProcess('token');
});

afterAll(() => fake.stop());

const mebibyte = 1024 * 1024;

test.each([
  ['gzip-bomb', 'too-large'],
  ['br-bomb', 'too-large'],
  ['ten-megabytes', 'too-large'],
  ['endless', 'too-large'],
  ['endless-one-byte-chunks', 'too-large'],
  ['endless-interim', 'unreachable'],
  ['endless-trailers', 'unreachable'],
  ['endless-chunk-extension', 'unreachable'],
  ['deep-json', 'unexpected-answer'],
])('%s costs less than 64 MiB of memory', async (mode, kind) => {
  await fake.setMode(mode);
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const outcome = await aClientOf(fake, { attemptTimeoutMs: 15_000 }).read(
    { baseUrl: fake.url, token: 'token' },
    { maxAttempts: 1 },
  );
  clearInterval(sampling);
  peak = Math.max(peak, process.memoryUsage().rss);
  expect(outcome).toMatchObject({ ok: false, failure: { kind } });
  expect((peak - before) / mebibyte).toBeLessThan(64);
});
