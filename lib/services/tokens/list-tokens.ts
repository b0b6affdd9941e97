import { z } from 'zod';
import type { StoredToken } from '@/lib/adapters/db/stores/tokens';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { isOwnToken } from './parts/own-token';

type Owner = { readonly id: string; readonly name: string; readonly email: string };

/** `current` is the one that asks. */
export type TokenView = StoredToken & { readonly owner: Owner; readonly current: boolean };

type Listed = { readonly tokens: readonly TokenView[] };

/** One's own tokens that still work or ran out; revoked ones are gone. */
export const listOwnTokens = service({
  permission: 'self:manage',
  input: z.object({}),
  run: async (ctx): Promise<Result<Listed, Refusal>> =>
    ctx.actor.kind === 'person' ? ok({ tokens: await tokensOf(ctx, ctx.actor) }) : fail({ kind: 'not-signed-in' }),
});

/** Somebody's, for who manages people. */
export const listTokens = service({
  permission: 'people:manage',
  input: z.object({ person: personField }),
  run: async (ctx, input): Promise<Result<Listed, { kind: 'not-found' }>> => {
    const person = await personOf(ctx, input.person);
    return person === null ? fail({ kind: 'not-found' }) : ok({ tokens: await tokensOf(ctx, person) });
  },
});

async function tokensOf(ctx: Context, { id, name, email }: Owner): Promise<TokenView[]> {
  const tokens = await ctx.store.tokens.of(ctx.organisation.id, id);
  return tokens
    .filter(({ revokedAt }) => revokedAt === null)
    .map((token) => ({ ...token, owner: { id, name, email }, current: isOwnToken(ctx.actor, token.id) }));
}
