import { passwordFault } from '@/lib/domain/password';
import { ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { type InvalidInput, invalid } from '../../parts/invalid-input';

/** The hash of a password that may be used, or what is wrong with it. */
export async function hashNewPassword(
  ctx: Context,
  password: string,
  owner: { email: string; name: string },
): Promise<Result<string, InvalidInput>> {
  const fault = passwordFault(password, owner, await ctx.passwords.common());
  return fault === null ? ok(await ctx.passwords.hash(password)) : invalid('password', fault);
}
