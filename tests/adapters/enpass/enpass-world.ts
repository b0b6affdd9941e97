import { afterEach } from 'vitest';
import type { ModeName } from '@/demo/fake-enpass/modes';
import { type FakeEnpass, type FakeEnpassOptions, startFakeEnpass } from '@/demo/fake-enpass/server';
import { systemClock } from '@/lib/adapters/clock';
import { createEnpass, type EnpassOptions } from '@/lib/adapters/enpass/client';
import type { ReadOptions } from '@/lib/adapters/enpass/enpass';

const started: FakeEnpass[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((fake) => fake.close()));
});

export async function aFakeEnpass(options: FakeEnpassOptions = {}): Promise<FakeEnpass> {
  const fake = await startFakeEnpass({ now: () => new Date('2026-11-23T05:00:00Z'), ...options });
  started.push(fake);
  return fake;
}

/** A client that may talk to the given fake; patient, because a busy machine is no failure, but quick to try again. */
export const aClientOf = (fake: { readonly url: string }, options: Partial<EnpassOptions> = {}) =>
  createEnpass({
    attemptTimeoutMs: 10_000,
    runDeadlineMs: 20_000,
    retryBaseMs: 10,
    privateTargets: new Set([new URL(fake.url).host]),
    userAgent: 'enpass-adoption-history/test',
    now: systemClock.now,
    ...options,
  });

type Reading = Partial<EnpassOptions> & ReadOptions & { readonly path?: string; readonly token?: string };

/** Starts a fake in a mode, reads from it once, and hands back both. */
export async function reading(mode: ModeName | readonly ModeName[], options: Reading = {}) {
  const { maxAttempts, signal, onProgress, path = '', token, ...clientOptions } = options;
  const fake = await aFakeEnpass({ mode });
  const outcome = await aClientOf(fake, clientOptions).read(
    { baseUrl: fake.url + path, token: token ?? fake.token },
    { ...(maxAttempts && { maxAttempts }), ...(signal && { signal }), ...(onProgress && { onProgress }) },
  );
  return { fake, outcome };
}
