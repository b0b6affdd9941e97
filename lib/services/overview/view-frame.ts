import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { actorMay } from '@/lib/domain/roles';
import { freshnessLine } from '@/lib/views/words/freshness';
import { cached } from '../parts/cached';
import { service } from '../service';
import { readFreshness } from '../snapshots/parts/read-freshness';
import { readWaitingWeeks } from '../weeks/parts/read-waiting-weeks';

/** What stands around every page: how new the numbers are, and for whom may refresh the run under way. */
export const viewFrame = service({
  permission: 'adoption:see',
  input: z.object({}),
  run: async (ctx) => {
    const mayRefresh = actorMay(ctx.actor, 'refresh:run');
    const [{ line, runningId }, waiting] = await Promise.all([freshness(ctx, null), readWaitingWeeks(ctx)]);
    return ok({ line, mayRefresh, runningId: mayRefresh ? runningId : null, reviewsDue: waiting.length });
  },
});

const freshness = cached({
  name: 'freshness line',
  make: async (ctx) => {
    const [{ latest, freshness }, running] = await Promise.all([
      readFreshness(ctx),
      ctx.store.runs.running(ctx.organisation.id),
    ]);
    const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
    return { line: freshnessLine(freshness, latest !== null, here), runningId: running?.id ?? null };
  },
});
