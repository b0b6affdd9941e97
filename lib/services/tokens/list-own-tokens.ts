import { z } from 'zod';
import type { StoredToken } from '@/lib/adapters/db/stores/tokens';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';

export type OwnToken = StoredToken;

/** One's own tokens that still work or ran out; revoked ones are gone. */
export const listOwnTokens = service({
  permission: 'self:manage',
  input: z.object({}),
  run: async (ctx): Promise<Result<{ tokens: OwnToken[] }, Refusal>> => {
    if (ctx.actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const tokens = await ctx.store.tokens.of(ctx.organisation.id, ctx.actor.id);
    return ok({ tokens: tokens.filter((token) => token.revokedAt === null) });
  },
});
