import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { type CodeFailure, judgeCode } from '../../factors/parts/judge-code';
import { halfWay } from './half-way';

/** `half` stands for the password that was right; `hasApp` tells whether an app shows codes, or a passkey is all there is. */
export type CodeNeeded = { readonly kind: 'code-needed'; readonly half: string; readonly hasApp: boolean };

type Known = { readonly id: string; readonly passwordHash: string | null };

/** What is asked beside a right password: nothing of who has no factor. Told to nobody whose password was wrong. */
export async function judgeSecondFactor(
  ctx: Context,
  { known, code }: { known: Known; code: string },
): Promise<Result<null, CodeNeeded | CodeFailure>> {
  const [totp, passkeys] = await Promise.all([ctx.store.totps.of(known.id), ctx.store.passkeys.of(known.id)]);
  const hasApp = totp !== null && totp.confirmedAt !== null;
  if (!hasApp && passkeys.length === 0) return ok(null);
  if (code === '') return fail({ kind: 'code-needed', half: await halfWay(ctx, known), hasApp });
  const person = await ctx.store.people.byId(ctx.organisation.id, known.id);
  return person === null ? fail({ kind: 'wrong-code' }) : judgeCode(ctx, person, code);
}
