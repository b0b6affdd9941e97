import type { RunFailure } from './run';

/**
 * One request to Enpass and what came back. `status` is null where nothing answered; `bytes` and `sha256` are of the answer
 * without its compression, null where it was not read whole. The answer itself is kept as a reading, or not at all.
 */
export type RunAttempt = {
  /** From 1. */
  readonly number: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly status: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly failure: Omit<RunFailure, 'nextTryAt'> | null;
};
