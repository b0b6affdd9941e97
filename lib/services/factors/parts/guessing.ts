import { fail, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { fingerprint } from '../../parts/random-secret';

export type TooMany = { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

/** Counts a proof as a guess at the account before it is judged, and takes it back when it was right: no page is a place to guess in peace. */
export async function guessing<T, F extends { kind: string }>(
  { limits }: Pick<Context, 'limits'>,
  email: string,
  judge: () => Promise<Result<T, F>>,
): Promise<Result<T, F | TooMany>> {
  const account = await fingerprint(email.toLowerCase());
  const guesses = await limits.guessesPerAccount.check(account);
  if (!guesses.allowed) return fail({ kind: 'too-many', retryAfterSeconds: guesses.retryAfterSeconds });
  const judged = await judge();
  if (judged.ok) await limits.guessesPerAccount.refund(account);
  return judged;
}
