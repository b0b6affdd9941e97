import type { StoredConnection } from '@/lib/adapters/db/store';
import { dayIn } from '@/lib/domain/day';
import { ok, type Result } from '@/lib/domain/result';
import { connectionInput } from '@/lib/views/api/connection';
import type { Context } from './context';
import { type InvalidInput, invalid } from './invalid-input';
import { keptToken } from './kept-token';
import { connectionPlace, lastFour } from './resolve-connection';
import { service } from './service';

/** From now on readings use this connection, whatever the environment says. No token keeps the saved one. */
export const saveConnection = service({
  permission: 'connection:manage',
  input: connectionInput,
  run: async (ctx, { baseUrl, token, tokenExpiresOn }) => {
    const address = ctx.enpass.checkAddress(baseUrl);
    if (!address.ok) return invalid('baseUrl', address.failure.message);
    if (tokenExpiresOn && tokenExpiresOn < dayIn(ctx.organisation.timeZone, ctx.clock.now())) {
      return invalid(
        'tokenExpiresOn',
        `${tokenExpiresOn} is past. Enter the date the Enpass console shows for this token.`,
      );
    }
    const sealed = await sealedToken(ctx, { url: address.value, token });
    if (!sealed.ok) return sealed;
    const connection: StoredConnection = {
      baseUrl,
      ...sealed.value,
      tokenExpiresOn: tokenExpiresOn === undefined ? sealed.value.tokenExpiresOn : tokenExpiresOn || null,
      savedAt: ctx.clock.now(),
      savedByName: ctx.actor.kind === 'nobody' ? 'nobody' : ctx.actor.name,
    };
    await ctx.store.atomically(async (store) => {
      await store.connections.save(ctx.organisation.id, connection);
      await ctx.audit('connection-saved', { target: baseUrl, detail: savedDetail(connection, token) }, store);
    });
    return ok({
      baseUrl,
      tokenLast4: connection.tokenLast4,
      tokenExpiresOn: connection.tokenExpiresOn,
      from: 'settings' as const,
    });
  },
});

type Token = Pick<StoredConnection, 'token' | 'tokenLast4' | 'tokenExpiresOn'>;

async function sealedToken(
  ctx: Context,
  { url, token }: { url: URL; token: string | undefined },
): Promise<Result<Token, InvalidInput>> {
  if (token) {
    const place = connectionPlace(ctx.organisation.id);
    return ok({ token: ctx.secrets.seal(token, place), tokenLast4: lastFour(token), tokenExpiresOn: null });
  }
  const stored = await ctx.store.connections.of(ctx.organisation.id);
  const kept = keptToken(ctx, stored, url);
  if (!kept.ok) return kept;
  // Sealed anew, so that saving also moves the token to the current key.
  return ok({
    token: ctx.secrets.seal(kept.value, connectionPlace(ctx.organisation.id)),
    tokenLast4: lastFour(kept.value),
    tokenExpiresOn: stored?.tokenExpiresOn ?? null,
  });
}

const savedDetail = (connection: StoredConnection, token: string | undefined) => ({
  tokenChanged: Boolean(token),
  tokenLast4: connection.tokenLast4,
  tokenExpiresOn: connection.tokenExpiresOn,
});
