import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { dropUselessCodes } from './parts/drop-useless-codes';

type Failure = { readonly kind: 'not-found' } | Refusal;

/** Takes the app away, also one that was begun and never confirmed. */
export const removeTotp = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx): Promise<Result<{ removed: true }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    return ctx.store.atomically(async (store): Promise<Result<{ removed: true }, Failure>> => {
      if (!(await store.totps.remove(actor.id))) return fail({ kind: 'not-found' });
      await dropUselessCodes(ctx, { userId: actor.id, store });
      await ctx.audit('totp-removed', {}, store);
      return ok({ removed: true });
    });
  },
});
