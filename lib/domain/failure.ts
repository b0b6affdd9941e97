/** Why a refresh run got no snapshot. The names are public: API, exports and gap reasons use them. */
export const failureKinds = [
  'rate-limited',
  'server-trouble',
  'unreachable',
  'timed-out',
  'token-refused',
  'wrong-address',
  'redirected',
  'address-refused',
  'too-large',
  'unreadable-answer',
  'unexpected-answer',
  'clock-off',
  'no-connection',
  'not-running',
] as const;

/**
 * `not-running` is ours: the application was down, or stopped in the middle of a run. `clock-off`: our clock and the answer's date lie
 * more than a day apart; the answer is kept as a reading, but of no day. The others say what Enpass or the network did.
 */
export type FailureKind = (typeof failureKinds)[number];

/**
 * Kinds that may pass by themselves, so that the same run tries again. Enpass asks for that after 429 and 500 (Enpass help, "Error
 * Handling & Troubleshooting"); to take the network's faults for passing is ours.
 */
export const retriedKinds: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'rate-limited',
  'server-trouble',
  'unreachable',
  'timed-out',
]);

/** `detail` names a field, a status or a network error code; it never holds anything of the answer's body, the token or a header. */
export type RefreshFailure = {
  readonly kind: FailureKind;
  readonly detail: string | null;
  readonly status: number | null;
  /** What Enpass asked us to wait (`Retry-After`, RFC 9110, 10.2.3), in milliseconds from the answer; null when it did not. */
  readonly retryAfterMs: number | null;
};
