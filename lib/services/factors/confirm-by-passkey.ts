import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { confirmSession } from './parts/confirm-session';
import { judgePasskey } from './parts/judge-passkey';
import { question, requestAnswer } from './parts/passkey-answers';
import type { PasskeyRefused } from './parts/passkey-question';

/** Proves again who one is, with a passkey of one's own. */
export const confirmByPasskey = service({
  permission: 'self:manage',
  bySession: true,
  beforeFactor: true,
  input: z.object({ question, answer: requestAnswer }),
  run: async (ctx, { question, answer }): Promise<Result<{ at: Date }, PasskeyRefused | Refusal>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const judged = await judgePasskey(ctx, { purpose: 'confirm', userId: actor.id, question, answer });
    if (judged.ok) return confirmSession(ctx);
    await ctx.audit('confirmation-refused', { detail: { by: 'passkey' } });
    return judged;
  },
});
