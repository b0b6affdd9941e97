const forMs = 1000;
const seen = Symbol.for('enpass-adoption.database-seen');
// The proxy and the start are separate bundles of one process.
const shared = globalThis as typeof globalThis & { [seen]?: number };

/** Whether the database answered within the last second. */
export const answeredLately = (): boolean => performance.now() - (shared[seen] ?? Number.NEGATIVE_INFINITY) < forMs;

/** To be called when the database answered. */
export function answered(): void {
  shared[seen] = performance.now();
}
