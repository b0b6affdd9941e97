/** The only place that asks what time it is. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
