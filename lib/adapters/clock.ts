/** What time it is. Few others ask the machine: `tests/project/time.test.ts` lists them, with their reasons. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
