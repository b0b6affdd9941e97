import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { dropUselessCodes } from './parts/drop-useless-codes';
import { passkeyId, passkeyName } from './parts/fields';

type Failure = { readonly kind: 'not-found' } | Refusal;

export const renamePasskey = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({ id: passkeyId, name: passkeyName }),
  run: async (ctx, { id, name }): Promise<Result<{ id: string; name: string }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    return ctx.store.atomically(async (store): Promise<Result<{ id: string; name: string }, Failure>> => {
      if (!(await store.passkeys.rename(actor.id, id, name))) return fail({ kind: 'not-found' });
      await ctx.audit('passkey-renamed', { said: { name } }, store);
      return ok({ id, name });
    });
  },
});

/** It opens nothing from the next request on; what it opened before stays open. */
export const removePasskey = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({ id: passkeyId }),
  run: async (ctx, { id }): Promise<Result<{ removed: true }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    return ctx.store.atomically(async (store): Promise<Result<{ removed: true }, Failure>> => {
      const own = (await store.passkeys.of(actor.id)).find((passkey) => passkey.id === id);
      if (own === undefined || !(await store.passkeys.remove(actor.id, id))) return fail({ kind: 'not-found' });
      await dropUselessCodes(ctx, { userId: actor.id, store });
      await ctx.audit('passkey-removed', { said: { name: own.name } }, store);
      return ok({ removed: true });
    });
  },
});
