import { z } from 'zod';
import { type Day, daysBetween } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import type { Context } from '../context';
import { service } from '../service';
import { type ConnectionOrigin, environmentConnection, openToken } from './parts/resolve-connection';

/** What may be shown of a connection: everything but the token. */
export type ConnectionView = {
  readonly baseUrl: string;
  readonly from: ConnectionOrigin;
  readonly tokenLast4: string;
  readonly tokenExpiresOn: Day | null;
  /** Days until the token's last day, negative when past; null when it never expires or nobody said. */
  readonly tokenDaysLeft: number | null;
  /** False when the key that sealed the token is gone: nothing can be read until it is entered again. */
  readonly tokenReadable: boolean;
  /** Null for the environment, which nobody saved. */
  readonly saved: { readonly at: Date; readonly byName: string } | null;
  /** True when the environment holds a connection too and Settings overrule it. */
  readonly environmentIgnored: boolean;
};

/** The connection that rules, or null when there is none. */
export const viewConnection = service({
  permission: 'connection:manage',
  input: z.strictObject({}),
  run: async (ctx) => ok((await fromSettings(ctx)) ?? (await fromEnvironment(ctx))),
});

async function fromSettings(ctx: Context): Promise<ConnectionView | null> {
  const stored = await ctx.store.connections.of(ctx.organisation.id);
  if (stored === null) return null;
  const { baseUrl, tokenLast4, tokenExpiresOn } = stored;
  return {
    baseUrl,
    from: 'settings',
    tokenLast4,
    tokenExpiresOn,
    tokenDaysLeft: tokenExpiresOn === null ? null : daysBetween(ctx.today(), tokenExpiresOn),
    tokenReadable: openToken(ctx, stored) !== null,
    saved: { at: stored.savedAt, byName: stored.savedByName },
    environmentIgnored: (await environmentConnection(ctx)) !== null,
  };
}

async function fromEnvironment(ctx: Context): Promise<ConnectionView | null> {
  const connection = await environmentConnection(ctx);
  if (connection === null) return null;
  return {
    baseUrl: connection.target.baseUrl,
    from: 'environment',
    tokenLast4: connection.last4,
    tokenExpiresOn: null,
    tokenDaysLeft: null,
    tokenReadable: true,
    saved: null,
    environmentIgnored: false,
  };
}
