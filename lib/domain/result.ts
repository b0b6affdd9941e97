/** What the world or a user can do wrong comes back as a value; only a programmer's mistake is thrown. */
export type Result<T, F extends { kind: string }> = { ok: true; value: T } | { ok: false; failure: F };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <const F extends { kind: string }>(failure: F): { ok: false; failure: F } => ({
  ok: false,
  failure,
});
