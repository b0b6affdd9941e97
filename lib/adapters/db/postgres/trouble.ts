import { DatabaseRefusal, DatabaseUnavailable } from '../drivers/errors';
import { connectionTrouble } from './connection-trouble';
import type { Place } from './place';
import { isRefusal, serverTrouble, troubleOf } from './server-trouble';

/** What the driver threw; whatever keeps the server from answering becomes one sentence with cause, place and cure. */
export function driverError(error: unknown, place: Place): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable || error instanceof DatabaseRefusal)
    return error;
  const state = sqlState(error);
  if (state !== null) {
    const words = serverTrouble({ state, message: error.message }, place);
    if (words === null) return error;
    return isRefusal(state) ? new DatabaseRefusal(sentence(words)) : new DatabaseUnavailable(words, troubleOf(state));
  }
  if (isOurs(error)) return error;
  const { words, isLasting } = connectionTrouble(error, place);
  return isLasting ? new DatabaseRefusal(sentence(words)) : new DatabaseUnavailable(words);
}

/** What the server says carries a severity; anything else came from the connection, or is a mistake of ours. */
const sqlState = (error: Error): string | null => ('severity' in error && 'code' in error ? String(error.code) : null);
const isOurs = (error: Error): boolean => error instanceof TypeError || error instanceof RangeError;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
