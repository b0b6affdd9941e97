import type { RunPage } from '@/lib/adapters/db/stores/runs';
import { runsQuery } from '@/lib/api/run';
import { ok, type Result } from '@/lib/domain/result';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';

/** Newest first. */
export const listRuns = service({
  permission: 'run:see',
  input: runsQuery,
  run: async (ctx, { limit, cursor = null }): Promise<Result<RunPage, InvalidInput>> => {
    const page = await ctx.store.runs.page(ctx.organisation.id, { limit, cursor });
    return page === null ? invalid('cursor', 'the `next` of the page before') : ok(page);
  },
});
