import type { StoredConnection } from '@/lib/adapters/db/stores/connections';
import type { EnpassTarget } from '@/lib/adapters/enpass/enpass';
import type { Day } from '@/lib/domain/day';
import type { Context } from '../../context';

export type ConnectionOrigin = 'environment' | 'settings';

export type RulingConnection = {
  readonly target: EnpassTarget;
  readonly from: ConnectionOrigin;
  readonly last4: string;
  readonly expiresOn: Day | null;
};

type Asking = Pick<Context, 'store' | 'secrets' | 'config' | 'log' | 'organisation'>;

/** Which connection an organisation's readings use: what Settings holds, else the environment's for the first organisation, else null. */
export async function resolveConnection(ctx: Asking): Promise<RulingConnection | null> {
  const stored = await ctx.store.connections.of(ctx.organisation.id);
  return stored === null ? environmentConnection(ctx) : openStored(ctx, stored);
}

/** What the environment gives this organisation, whether or not Settings overrules it. */
export async function environmentConnection(ctx: Asking): Promise<RulingConnection | null> {
  const { enpass } = ctx.config;
  if (enpass === null) return null;
  const first = await ctx.store.organisations.first();
  if (first?.id !== ctx.organisation.id) return null;
  return { target: enpass, from: 'environment', last4: lastFour(enpass.token), expiresOn: null };
}

/** Where a sealed token lives; sealing binds it there, so that a copied row opens nothing. */
export const connectionPlace = (organisationId: string): string => `connection:${organisationId}`;

/** The four characters Enpass's own console shows of a token. */
export const lastFour = (token: string): string => token.slice(-4);

function openStored(ctx: Asking, stored: StoredConnection): RulingConnection | null {
  const token = openToken(ctx, stored);
  if (token === null) return null;
  return {
    target: { baseUrl: stored.baseUrl, token },
    from: 'settings',
    last4: stored.tokenLast4,
    expiresOn: stored.tokenExpiresOn,
  };
}

/** Null when the key that sealed the token is gone: then the token must be entered again, and no other connection silently takes its place. */
export function openToken(ctx: Asking, stored: StoredConnection): string | null {
  try {
    return ctx.secrets.open(stored.token, connectionPlace(ctx.organisation.id));
  } catch {
    ctx.log.error('connection-token-unreadable', { organisation: ctx.organisation.id });
    return null;
  }
}
