import { z } from 'zod';
import { ok, type Result } from '@/lib/domain/result';
import { openSession, type SignedIn } from '../access/parts/open-session';
import type { Context } from '../context';
import { service } from '../service';
import { judgePasskey } from './parts/judge-passkey';
import { question, requestAnswer } from './parts/passkey-answers';
import { type PasskeyRefused, refused } from './parts/passkey-question';

export type PasskeySignInFailure = PasskeyRefused;

/** Signs in whoever's passkey answered. It verified its user, so that neither a password nor a code is asked. */
export const signInByPasskey = service({
  permission: 'anyone',
  input: z.object({ question, answer: requestAnswer, userAgent: z.string().default('') }),
  run: async (ctx, { question, answer, userAgent }): Promise<Result<SignedIn, PasskeyRefused>> => {
    const judged = await judgePasskey(ctx, { purpose: 'sign-in', userId: null, question, answer });
    const opened =
      judged.ok && (await comesThisWay(ctx, judged.value.userId))
        ? await openSession(ctx, {
            userId: judged.value.userId,
            signedInBy: 'passkey',
            userAgent,
            stillRight: async (store) => (await store.passkeys.byCredential(answer.id))?.userId === judged.value.userId,
          })
        : null;
    if (opened !== null) return ok(opened);
    await ctx.audit('passkey-refused');
    return refused;
  },
});

/** Where people sign in by the company alone, a passkey of before must not outlive what the company knows of them. */
const comesThisWay = async ({ config, store }: Context, userId: string): Promise<boolean> =>
  config.signIn.mode !== 'sso' || store.factors.isBreakGlass(userId);
