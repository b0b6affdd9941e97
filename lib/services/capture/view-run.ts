import { runPath } from '@/lib/api/run';
import { fail, ok } from '@/lib/domain/result';
import { service } from '../service';

export const viewRun = service({
  permission: 'run:see',
  input: runPath,
  run: async (ctx, { id }) => {
    const run = await ctx.store.runs.byId(ctx.organisation.id, id);
    return run === null ? fail({ kind: 'not-found' }) : ok(run);
  },
});
