import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { TooMany } from '../access/parts/count-guess';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { type Refusal, service } from '../service';
import { code } from './parts/fields';
import { guessing } from './parts/guessing';
import { makeRecoveryCodes } from './parts/recovery-codes';
import { openTotp } from './parts/totp-secret';

type Failure = InvalidInput | TooMany | Refusal;
type Made = { readonly recoveryCodes: readonly string[] };

/** Sets the app up with a right code of the secret that was begun. The recovery codes are told once, here. */
export const confirmTotp = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({ code }),
  run: async (ctx, input): Promise<Result<Made, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    return guessing(ctx, actor, () => setUp(ctx, actor.id, input.code.replace(/\s/g, '')));
  },
});

const nothingBegun = invalid('code', 'Nothing is begun, or it was begun anew elsewhere. Begin again.');
const wrong = invalid(
  'code',
  'This code is not right. Wait for the next one, and see that your phone’s clock is right.',
);

async function setUp(ctx: Context, userId: string, digits: string): Promise<Result<Made, Failure>> {
  const begun = await ctx.store.totps.of(userId);
  if (begun === null || begun.confirmedAt !== null) return nothingBegun;
  const secret = openTotp(ctx.secrets, userId, begun);
  if (secret === null) return nothingBegun;
  const at = ctx.clock.now();
  const step = await ctx.codes.stepOf(secret, digits, at);
  if (step === null) return wrong;
  return ctx.store.atomically(async (store): Promise<Result<Made, Failure>> => {
    if (!(await store.totps.confirm(userId, begun.secret, { step, at }))) return nothingBegun;
    await ctx.audit('totp-set-up', {}, store);
    return ok({ recoveryCodes: await makeRecoveryCodes(ctx, { userId, store }) });
  });
}
