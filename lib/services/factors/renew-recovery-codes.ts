import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { makeRecoveryCodes } from './parts/recovery-codes';

type Failure = { readonly kind: 'no-factor' } | Refusal;

/** Ten new recovery codes, told once; the old ones open nothing any more. */
export const renewRecoveryCodes = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx): Promise<Result<{ recoveryCodes: readonly string[] }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    if (actor.secondFactor !== 'totp' && actor.secondFactor !== 'passkey') return fail({ kind: 'no-factor' });
    const recoveryCodes = await ctx.store.atomically(async (store) => {
      await ctx.audit('recovery-codes-made', {}, store);
      return makeRecoveryCodes(ctx, { userId: actor.id, store });
    });
    return ok({ recoveryCodes });
  },
});
