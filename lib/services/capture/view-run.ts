import { fail, ok } from '@/lib/domain/result';
import { runPath } from '@/lib/views/api/run';
import { service } from '../service';

export const viewRun = service({
  permission: 'run:see',
  input: runPath,
  run: async (ctx, { id }) => {
    const run = await ctx.store.runs.byId(ctx.organisation.id, id);
    return run === null ? fail({ kind: 'not-found' }) : ok(run);
  },
});
