import { ok } from '@/lib/domain/result';
import { runsQuery } from '@/lib/views/api/run';
import { service } from './service';

/** Newest first. */
export const listRuns = service({
  permission: 'run:see',
  input: runsQuery,
  run: async (ctx, { limit, cursor = null }) => ok(await ctx.store.runs.page(ctx.organisation.id, { limit, cursor })),
});
