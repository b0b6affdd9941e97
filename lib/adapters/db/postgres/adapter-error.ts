import { DatabaseUnavailable, driverCode, driverKind } from '../drivers/errors';
import { connectionTrouble } from './connection-trouble';
import type { Place } from './place';
import { isAwayState, serverTrouble, troubleOf } from './server-trouble';

/** What Prisma's adapter threw while pages are served; everything that means "the server is away" becomes the one error that doors know. */
export function adapterError(error: unknown, place: Place): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const kind = driverKind(error);
  // Every answer of the server is mapped to a kind; what has none came from the socket or the pool.
  if (kind === undefined) return isOurs(error) ? error : unavailable(error, place);
  const state = driverCode(error) ?? '';
  if (!awayKinds.has(kind) && !isAwayState(state)) return error;
  const message = reasonOf(error);
  return new DatabaseUnavailable(
    serverTrouble({ state, message }, place) ?? connectionTrouble(new Error(message), place).words,
    troubleOf(state),
  );
}

function unavailable(error: Error, place: Place): unknown {
  if ('severity' in error && 'code' in error) {
    const state = String(error.code);
    const words = serverTrouble({ state, message: error.message }, place);
    return words === null ? error : new DatabaseUnavailable(words, troubleOf(state));
  }
  return error.name === 'DatabaseRefusal' ? error : new DatabaseUnavailable(connectionTrouble(error, place).words);
}

const isOurs = (error: Error): boolean => error instanceof TypeError || error instanceof RangeError;

const awayKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'TlsConnectionError',
]);

function reasonOf({ cause }: Error): string {
  if (typeof cause !== 'object' || cause === null) return '';
  if ('originalMessage' in cause) return String(cause.originalMessage);
  return 'reason' in cause ? String(cause.reason) : '';
}
