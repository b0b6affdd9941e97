import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { auditAs } from '../../parts/audit-as';
import { asRecoveryCode, recoveryHash } from './recovery-codes';
import { openTotp } from './totp-secret';

export type CodeFailure = { readonly kind: 'wrong-code' } | { readonly kind: 'factor-unreadable' };
type Owner = { readonly id: string; readonly name: string };

/** Judges six digits or a recovery code, and uses up what is right: at once in one statement, however many processes are asked. */
export async function judgeCode(ctx: Context, owner: Owner, typed: string): Promise<Result<null, CodeFailure>> {
  const digits = typed.replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(digits)) return judgeDigits(ctx, owner.id, digits);
  const recovery = asRecoveryCode(typed);
  return recovery === null ? fail({ kind: 'wrong-code' }) : judgeRecovery(ctx, owner, recovery);
}

async function judgeDigits(ctx: Context, userId: string, digits: string): Promise<Result<null, CodeFailure>> {
  const totp = await ctx.store.totps.of(userId);
  if (totp === null || totp.confirmedAt === null) return fail({ kind: 'wrong-code' });
  const secret = openTotp(ctx.secrets, userId, totp);
  if (secret === null) return fail({ kind: 'factor-unreadable' });
  const step = await ctx.codes.stepOf(secret, digits, ctx.clock.now());
  return step !== null && (await ctx.store.totps.takeStep(userId, step)) ? ok(null) : fail({ kind: 'wrong-code' });
}

async function judgeRecovery(ctx: Context, owner: Owner, code: string): Promise<Result<null, CodeFailure>> {
  const hash = await recoveryHash(owner.id, code);
  return ctx.store.atomically(async (store): Promise<Result<null, CodeFailure>> => {
    if (!(await store.recoveryCodes.use(owner.id, hash, ctx.clock.now()))) return fail({ kind: 'wrong-code' });
    const left = await store.recoveryCodes.left(owner.id);
    await auditAs(ctx, owner, { action: 'recovery-code-used', detail: { left }, store });
    return ok(null);
  });
}
