import { z } from 'zod';
import { ok, type Result } from '@/lib/domain/result';
import { openIfStillRight, type SignedIn } from '../access/parts/open-if-still-right';
import { service } from '../service';
import { judgePasskey } from './parts/judge-passkey';
import { question, requestAnswer } from './parts/passkey-answers';
import { type PasskeyRefused, refused } from './parts/passkey-question';

export type PasskeySignInFailure = PasskeyRefused;

/** Signs in whoever's passkey answered. It verified its user, so that neither a password nor a code is asked. */
export const signInByPasskey = service({
  permission: 'anyone',
  input: z.object({
    question,
    answer: requestAnswer,
    userAgent: z.string().default(''),
    /** The secret of the session that the browser still has. */
    replaces: z.string().max(200).nullable().default(null),
  }),
  run: async (ctx, { question, answer, userAgent, replaces }): Promise<Result<SignedIn, PasskeyRefused>> => {
    const judged = await judgePasskey(ctx, { purpose: 'sign-in', userId: null, question, answer });
    const opened = judged.ok
      ? await openIfStillRight(ctx, {
          userId: judged.value.userId,
          signedInBy: 'passkey',
          userAgent,
          replaces,
          // Where people sign in by the company alone, a passkey of before must not outlive what the company knows of them.
          stillRight: async (store, { id, isBreakGlass }) =>
            (isBreakGlass || ctx.config.signIn.mode !== 'sso') &&
            (await store.passkeys.byCredential(answer.id))?.userId === id,
        })
      : null;
    if (opened !== null) return ok(opened);
    await ctx.audit('passkey-refused');
    return refused;
  },
});
