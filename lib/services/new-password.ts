import { passwordFault } from '@/lib/domain/password';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import type { Refusal } from './service';

type Refused = Extract<Refusal, { kind: 'invalid-input' }>;

/** The hash of a password that may be used, or what is wrong with it, told beside the field `path`. */
export async function hashNewPassword(
  ctx: Context,
  password: string,
  owner: { email: string; name: string; path?: string },
): Promise<Result<string, Refused>> {
  const fault = passwordFault(password, owner, await ctx.passwords.common());
  return fault === null ? ok(await ctx.passwords.hash(password)) : fail(refusedField(owner.path ?? 'password', fault));
}

export const refusedField = (path: string, message: string): Refused => ({
  kind: 'invalid-input',
  errors: [{ path, message }],
});
