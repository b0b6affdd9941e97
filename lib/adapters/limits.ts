/** `retryAfterSeconds` is 0 when the call may go on. Every check counts. */
export type Limit = {
  check(key: string): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
  reset(key: string): Promise<void>;
};

/** Counters over all processes for guesses and refreshes, per process for API calls. */
export type Limits = {
  /** 10 evaluated guesses per account in 15 minutes. */
  readonly guessesPerAccount: Limit;
  /** 100 guesses per network in 15 minutes. */
  readonly guessesPerNetwork: Limit;
  readonly refreshes: Limit;
  readonly apiCalls: Limit;
};
