const dayMs = 86_400_000;

/** A session ends after 14 days without a request, and after 30 days whatever happens. */
export const sessionLifetime = { idleMs: 14 * dayMs, longestMs: 30 * dayMs } as const;

/** Whether the last request lies more than 14 days back; exactly 14 days are not idle. */
export const isIdle = (lastSeenAt: Date, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() > sessionLifetime.idleMs;

/** One-time links die unused after this long. */
export const linkLifetimeMs = { 'set-up': 3 * dayMs, invitation: 7 * dayMs, 'password-reset': dayMs } as const;
