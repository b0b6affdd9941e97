import { z } from 'zod';
import type { Store } from '@/lib/adapters/db/stores/store';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';

type Failure = { readonly kind: 'not-found' } | Refusal;
type Revoked = { readonly revoked: number };

/** One of one's own tokens, by its id. */
export const revokeOwnToken = service({
  permission: 'self:manage',
  input: z.object({ token: z.string().max(100) }),
  run: async (ctx, { token }): Promise<Result<Revoked, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    return ctx.store.atomically((store) => revoke(ctx, { owner: actor, store, which: ({ id }) => id === token }));
  },
});

/** Somebody's tokens of one name: the command line's way. */
export const revokeToken = service({
  permission: 'people:manage',
  input: z.object({ person: personField, name: z.string().max(60) }),
  run: (ctx, { person, name }) =>
    ctx.store.atomically(async (store): Promise<Result<Revoked, Failure>> => {
      const owner = await personOf(ctx, person, store);
      if (owner === null) return fail({ kind: 'not-found' });
      return revoke(ctx, { owner, store, which: (token) => token.name === name });
    }),
});

type Wanted = {
  owner: { id: string; email: string };
  store: Store;
  which: (token: { id: string; name: string }) => boolean;
};

async function revoke(ctx: Context, { owner, store, which }: Wanted): Promise<Result<Revoked, Failure>> {
  const tokens = await store.tokens.of(ctx.organisation.id, owner.id);
  const open = tokens.filter((token) => token.revokedAt === null && which(token));
  let revoked = 0;
  for (const { id, name } of open) {
    if (!(await store.tokens.revoke(ctx.organisation.id, id, ctx.clock.now()))) continue;
    revoked += 1;
    await ctx.audit('token-revoked', { target: owner.id, said: { target: owner.email, token: name } }, store);
  }
  return revoked > 0 ? ok({ revoked }) : fail({ kind: 'not-found' });
}
