import type { StoredConnection } from '@/lib/adapters/db/stores/connections';
import { ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { type InvalidInput, invalid } from '../../parts/invalid-input';
import { openToken } from './resolve-connection';

export const noneSaved = invalid('token', 'Enter the API token: none is saved yet.');

/** The saved token, for use with `url`: refused for another origin, since a token must never reach a server nobody meant it for. */
export function savedToken(ctx: Context, stored: StoredConnection | null, url: URL): Result<string, InvalidInput> {
  if (stored === null) return noneSaved;
  if (URL.parse(stored.baseUrl)?.origin !== url.origin) {
    return invalid(
      'token',
      `The saved token ending in ${stored.tokenLast4} was entered for another server and is not sent to this one. Enter the token that belongs to ${url.host}.`,
    );
  }
  const token = openToken(ctx, stored);
  if (token === null) {
    return invalid(
      'token',
      'The saved token cannot be read any more, because the key that sealed it is gone. Enter it again.',
    );
  }
  return ok(token);
}
