import { type RefreshFailure, retriedKinds } from '@/lib/domain/failure';
import { httpDateOf } from './http-date';

export const maxAttempts = 4;

/** A server may ask for any wait; beyond a day it asks for something nobody would plan with. */
const longestWaitMs = 24 * 60 * 60 * 1000;

type Situation = {
  readonly failure: RefreshFailure;
  /** The attempt that failed, from 1, and how many there may be. */
  readonly attempt: number;
  readonly of: number;
  readonly remainingMs: number;
  readonly baseMs: number;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: number;
};

/** Milliseconds until the next attempt of this run, or null when there is none: wrong kind, last attempt, or no time left. */
export function nextWaitMs({ failure, attempt, of, remainingMs, baseMs, random }: Situation): number | null {
  if (!retriedKinds.has(failure.kind) || attempt >= of) return null;
  const waitMs = Math.max(backOffMs(attempt, baseMs, random), failure.retryAfterMs ?? 0);
  return waitMs < remainingMs ? waitMs : null;
}

/** Doubles from `baseMs`, spread by a quarter to either side so that many installations do not come back together. */
export const backOffMs = (attempt: number, baseMs: number, random: number): number =>
  Math.round(baseMs * 2 ** (attempt - 1) * (0.75 + random / 2));

/** `Retry-After` as milliseconds from `now`: whole seconds or an HTTP date (RFC 9110, 10.2.3); null for anything else. */
export function retryAfterMsOf(header: string | undefined, now: Date): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, longestWaitMs);
  const at = httpDateOf(value);
  return at === null ? null : Math.min(Math.max(at.getTime() - now.getTime(), 0), longestWaitMs);
}
