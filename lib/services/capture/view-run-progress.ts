import { z } from 'zod';
import { fail, ok } from '@/lib/domain/result';
import { runProgress } from '@/lib/views/runs/run-progress';
import { service } from '../service';

/** One run as it goes, for a page that follows it; `not-found` for another organisation's run too. */
export const viewRunProgress = service({
  permission: 'run:see',
  input: z.object({ id: z.string().max(100) }),
  run: async (ctx, { id }) => {
    const run = await ctx.store.runs.byId(ctx.organisation.id, id);
    if (!run) return fail({ kind: 'not-found' });
    return ok(runProgress(run, { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone }));
  },
});
