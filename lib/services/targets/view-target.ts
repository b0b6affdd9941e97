import { idPath } from '@/lib/api/target';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { TargetChange } from '@/lib/domain/target';
import { service } from '../service';
import { type JudgedTarget, judgeTargets } from './parts/read-targets';

export type TargetView = JudgedTarget & { readonly history: readonly TargetChange[] };

/** One target with every value it had. */
export const viewTarget = service({
  permission: 'adoption:see',
  input: idPath,
  run: async (ctx, { id }): Promise<Result<TargetView, { kind: 'not-found' }>> => {
    const target = await ctx.store.targets.byId(ctx.organisation.id, id);
    if (target === null) return fail({ kind: 'not-found' });
    const [judged] = await judgeTargets(ctx, [target], ctx.today());
    const history = await ctx.store.targets.history(ctx.organisation.id, id);
    return judged ? ok({ ...judged, history }) : fail({ kind: 'not-found' });
  },
});
