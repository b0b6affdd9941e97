import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { actorMay } from '@/lib/domain/roles';
import { freshnessLine } from '@/lib/views/freshness-line';
import { readFreshness } from './read-freshness';
import { service } from './service';

/** What stands around every page: how new the numbers are, and for whom may refresh the run under way. */
export const viewFrame = service({
  permission: 'adoption:see',
  input: z.object({}),
  run: async (ctx) => {
    const mayRefresh = actorMay(ctx.actor, 'refresh:run');
    const [{ latest, freshness }, running] = await Promise.all([
      readFreshness(ctx),
      mayRefresh ? ctx.store.runs.running(ctx.organisation.id) : null,
    ]);
    const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
    return ok({ line: freshnessLine(freshness, latest !== null, here), mayRefresh, runningId: running?.id ?? null });
  },
});
