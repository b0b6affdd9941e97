import { idPath } from '@/lib/api/target';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { TargetChange } from '@/lib/domain/target';
import { service } from '../service';
import { type JudgedTarget, judgedTargets } from './parts/read-targets';

export type TargetView = JudgedTarget & { readonly history: readonly TargetChange[] };

/** One target with every value it had. */
export const viewTarget = service({
  permission: 'adoption:see',
  input: idPath,
  run: async (ctx, { id }): Promise<Result<TargetView, { kind: 'not-found' }>> => {
    const judged = (await judgedTargets(ctx, null)).find(({ target }) => target.id === id);
    const history = await ctx.store.targets.history(ctx.organisation.id, id);
    return judged ? ok({ ...judged, history }) : fail({ kind: 'not-found' });
  },
});
