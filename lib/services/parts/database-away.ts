type Trouble = { readonly unwritable: boolean };

/** What of the database failed; null when something else did. Known by name: pages, routes and the start are separate bundles, each with its own copy of the class. */
export function databaseTrouble(error: unknown): Trouble | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = causeOf(at), depth += 1) {
    if (at.name === 'DatabaseUnavailable') return { unwritable: 'trouble' in at && at.trouble === 'unwritable' };
  }
  return null;
}

/** Whether something failed because the database cannot be used just now. */
export const isDatabaseAway = (error: unknown): boolean => databaseTrouble(error) !== null;

export type DatabaseRefusal = 'database-away' | 'database-unwritable';

/** Which refusal tells it; null when something else failed. */
export function databaseRefusal(error: unknown): DatabaseRefusal | null {
  const trouble = databaseTrouble(error);
  if (trouble === null) return null;
  return trouble.unwritable ? 'database-unwritable' : 'database-away';
}

/** next-auth wraps what went wrong as `cause.err`. */
const causeOf = ({ cause }: Error): unknown =>
  typeof cause === 'object' && cause !== null && 'err' in cause ? cause.err : cause;
