import type { RunPage } from '@/lib/adapters/db/stores/runs';
import { runsQuery } from '@/lib/api/run';
import { ok, type Result } from '@/lib/domain/result';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { askedRuns } from './parts/asked-runs';

/** Newest first; of the filter's where there is one. */
export const listRuns = service({
  permission: 'run:see',
  input: runsQuery,
  run: async (ctx, { limit, cursor = null, ...filter }): Promise<Result<RunPage, InvalidInput>> => {
    const { id, timeZone } = ctx.organisation;
    const page = await ctx.store.runs.page(id, { limit, cursor, filter: askedRuns(filter, timeZone) });
    return page === null ? invalid('cursor', 'the `next` of the page before') : ok(page);
  },
});
