/** Whether something failed because the database does not answer. Known by name: pages, routes and the start are separate bundles, each with its own copy of the class. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = causeOf(at), depth += 1) {
    if (at.name === 'DatabaseUnavailable') return true;
  }
  return false;
}

/** next-auth wraps what went wrong as `cause.err`. */
const causeOf = ({ cause }: Error): unknown =>
  typeof cause === 'object' && cause !== null && 'err' in cause ? cause.err : cause;
