import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** Ends the session the request came with; its cookie opens nothing from the next request on. */
export const signOut = service({
  permission: 'self:manage',
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== 'person' || !('session' in actor.via)) return ok({ ended: false });
    const { session } = actor.via;
    const ended = await ctx.store.atomically(async (store) => {
      const over = await store.sessions.end(actor.id, session, ctx.clock.now());
      if (over) await ctx.audit('signed-out', {}, store);
      return over;
    });
    return ok({ ended });
  },
});
