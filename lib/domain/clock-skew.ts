const toleranceMs = 5 * 60_000;

/**
 * The latest instant that may stand in the database at `now`: what is dated later was written while a clock ran ahead, and says
 * nothing about the present. The clocks of several machines may differ a little.
 */
export const latestCredible = (now: Date): Date => new Date(now.getTime() + toleranceMs);
