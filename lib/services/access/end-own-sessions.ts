import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { ownSession } from './parts/own-session';

type Failure = { readonly kind: 'not-found' } | Refusal;

/** Ends one of the person's own sessions, or all but the one that asks. */
export const endOwnSessions = service({
  permission: 'self:manage',
  input: z.object({ session: z.string().regex(/^[\w-]{1,100}$/, 'Choose a session') }),
  run: async (ctx, { session }): Promise<Result<{ ended: number }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const now = ctx.clock.now();
    return ctx.store.atomically(async (store): Promise<Result<{ ended: number }, Failure>> => {
      const ended =
        session === 'others'
          ? await store.sessions.endAll(actor.id, now, ownSession(actor))
          : Number(await store.sessions.end(actor.id, session, now));
      if (ended === 0 && session !== 'others') return fail({ kind: 'not-found' });
      if (ended > 0) await ctx.audit('sessions-ended', { detail: { ended } }, store);
      return ok({ ended });
    });
  },
});
