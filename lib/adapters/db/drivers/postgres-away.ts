import { DatabaseUnavailable } from './errors';

/** SQLSTATE: 08 connection, 53 resources, 55000 closed to connections, 57P shut down or ended, 25006 a read-only stand-by. */
const awayStates = /^(08|53|55000|57P|25006)/;
export const isAwayState = (state: string): boolean => awayStates.test(state);

/** What the driver threw; every error that means "the server is away" becomes the one that callers know. */
export const driverError = (error: unknown): unknown =>
  isAway(error) ? new DatabaseUnavailable('the database server does not answer') : error;

/** What the server says carries a severity; anything else came from the connection. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('severity' in error) return 'code' in error && isAwayState(String(error.code));
  return !(error instanceof TypeError || error instanceof RangeError);
}
