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
  const words = serverTrouble({ state, message }, place) ?? connectionTrouble(asThrown(error, kind), place).words;
  return new DatabaseUnavailable(words, troubleOf(state));
}

/** The adapter tells kinds where the connection threw codes. */
function asThrown(error: Error, kind: string): Error {
  const message = reasonOf(error);
  const certificate = /expired/.test(message)
    ? 'CERT_HAS_EXPIRED'
    : /altnames/.test(message)
      ? 'ERR_TLS_CERT_ALTNAME_INVALID'
      : 'CERT_UNTRUSTED';
  const codes: Readonly<Record<string, string | undefined>> = {
    DatabaseNotReachable: hasPort(error) ? 'ECONNREFUSED' : 'ENOTFOUND',
    SocketTimeout: 'ETIMEDOUT',
    TlsConnectionError: /certificate/i.test(message) ? certificate : undefined,
  };
  return Object.assign(new Error(message), { code: codes[kind] });
}

/** Only a host that was found has one. */
const hasPort = ({ cause }: Error): boolean =>
  typeof cause === 'object' && cause !== null && 'port' in cause && cause.port !== undefined;

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
