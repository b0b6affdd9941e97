import type { StoredPasskey } from '@/lib/adapters/db/stores/passkeys';
import type { RequestAnswer } from '@/lib/adapters/passkeys';
import { ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { openQuestion, type PasskeyRefused, type Purpose, refused, takeQuestion } from './passkey-question';

type Given = {
  readonly purpose: Purpose;
  /** Whose passkey must answer; null: anybody's. */
  readonly userId: string | null;
  readonly question: string;
  readonly answer: RequestAnswer;
};

/** Whose passkey answered, if it is one of here and its answer is right, in time and the first. */
export async function judgePasskey(ctx: Context, given: Given): Promise<Result<StoredPasskey, PasskeyRefused>> {
  const { purpose, userId, answer } = given;
  const asked = openQuestion(ctx, { purpose, userId }, given.question);
  if (!asked.ok) return asked;
  const passkey = await ctx.store.passkeys.byCredential(answer.id);
  if (passkey === null || (userId !== null && passkey.userId !== userId)) return refused;
  const { userHandle } = answer.response;
  if (userHandle !== undefined && userHandle !== handleOf(passkey.userId)) return refused;
  const { challenge } = asked.value;
  const counter = await ctx.passkeys.answered(answer, { challenge, credential: passkey });
  if (counter === null || !(await takeQuestion(ctx, asked.value))) return refused;
  await ctx.store.passkeys.used(passkey.id, counter, ctx.clock.now());
  return ok(passkey);
}

/** How an authenticator gives an account's id back. */
const handleOf = (userId: string): string => Buffer.from(userId).toString('base64url');
