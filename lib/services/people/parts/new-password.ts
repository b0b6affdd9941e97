import { passwordFault } from '@/lib/domain/password';
import { ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { type InvalidInput, invalid } from '../../parts/invalid-input';

const stolen = 'This password was stolen elsewhere and is on lists that attackers try. Choose something else.';

/** The hash of a password that may be used, or what is wrong with it. */
export async function hashNewPassword(
  ctx: Context,
  password: string,
  owner: { email: string; name: string; organisation?: string },
): Promise<Result<string, InvalidInput>> {
  const { email, name, organisation = ctx.organisation.name } = owner;
  const fault = passwordFault(password, { email, name, organisation }, await ctx.passwords.common());
  if (fault !== null) return invalid('password', fault);
  if (await ctx.passwords.isBreached(password)) return invalid('password', stolen);
  return ok(await ctx.passwords.hash(password));
}
