import type { StoredConnection } from '@/lib/adapters/db/stores/connections';
import { connectionInput } from '@/lib/api/connection';
import { ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { type FieldError, service } from '../service';
import { connectionPlace, lastFour } from './parts/resolve-connection';
import { noneSaved, savedToken } from './parts/saved-token';

/** From now on readings use this connection, whatever the environment says. No token keeps the saved one. */
export const saveConnection = service({
  permission: 'connection:manage',
  confirmed: true,
  input: connectionInput,
  faults: connectionFaults,
  run: async (ctx, { baseUrl, token, tokenExpiresOn }) => {
    const address = ctx.enpass.checkAddress(baseUrl);
    if (!address.ok) return invalid('baseUrl', address.failure.message);
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

/** An address that may not be asked, a token that is missing, a day that is past. */
async function connectionFaults(ctx: Context, raw: Readonly<Record<string, unknown>>): Promise<readonly FieldError[]> {
  const { baseUrl, token, tokenExpiresOn } = connectionInput.shape;
  const [asked, given, until] = [
    baseUrl.safeParse(raw.baseUrl),
    token.safeParse(raw.token),
    tokenExpiresOn.safeParse(raw.tokenExpiresOn),
  ];
  const address = asked.success ? ctx.enpass.checkAddress(asked.data) : null;
  const found: Result<unknown, InvalidInput>[] = [];
  if (address?.ok === false) found.push(invalid('baseUrl', address.failure.message));
  if (given.success && !given.data) found.push(await keepable(ctx, address?.ok ? address.value : null));
  if (until.success && until.data && until.data < ctx.today()) {
    const advice = 'Enter the date the Enpass console shows for this token.';
    found.push(invalid('tokenExpiresOn', `${until.data} is past. ${advice}`));
  }
  return found.flatMap((result) => (result.ok ? [] : result.failure.errors));
}

async function keepable(ctx: Context, url: URL | null): Promise<Result<unknown, InvalidInput>> {
  const stored = await ctx.store.connections.of(ctx.organisation.id);
  if (url !== null) return savedToken(ctx, stored, url);
  return stored === null ? noneSaved : ok(null);
}

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
  const kept = savedToken(ctx, stored, url);
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
