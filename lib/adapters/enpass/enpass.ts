import type { RefreshFailure } from '@/lib/domain/failure';
import type { Result } from '@/lib/domain/result';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import type { AdoptionCounts } from '@/lib/domain/snapshot';

export type EnpassTarget = { readonly baseUrl: string; readonly token: string };

/** What a run shows while it waits: the attempt under way (1 to `of`) or, between two, until when it waits and why. */
export type ReadProgress = {
  readonly attempt: number;
  readonly of: number;
  readonly waitingUntil: Date | null;
  readonly because: RefreshFailure | null;
};

export type ReadOptions = {
  /** 1 for *Test connection*; 4 by default. */
  readonly maxAttempts?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Told of each request that was sent, once it is over. */
  readonly onAttempt?: (attempt: RunAttempt) => void;
};

/**
 * `text` encodes back to the answer's bytes, BOM included; `counts` are the 17 fields parsed from it. `date` is when the answer says
 * it was made, to the second; null when it does not say, or not in the form that HTTP asks for.
 */
export type EnpassAnswer = { readonly text: string; readonly counts: AdoptionCounts; readonly date: Date | null };

export type ReadOutcome = { readonly attempts: number } & (
  | { readonly ok: true; readonly value: EnpassAnswer }
  | { readonly ok: false; readonly failure: RefreshFailure }
);

export type AddressFault = { readonly kind: string; readonly message: string };

/** The one door to Enpass. Never throws for what the network or Enpass does. */
export type Enpass = {
  read(target: EnpassTarget, options?: ReadOptions): Promise<ReadOutcome>;
  /** Whether a base URL may be asked at all, before it is saved; the fault's message stands beside the form's field. */
  checkAddress(baseUrl: string): Result<URL, AddressFault>;
};
