import { idPath } from '@/lib/api/target';
import { fail, ok, type Result } from '@/lib/domain/result';
import { actorName } from '../parts/actor-name';
import { service } from '../service';

/** Takes a target off the charts; its history stays. */
export const removeTarget = service({
  permission: 'target:set',
  input: idPath,
  run: async (ctx, { id }): Promise<Result<{ id: string }, { kind: 'not-found' }>> => {
    const target = await ctx.store.targets.byId(ctx.organisation.id, id);
    if (target === null) return fail({ kind: 'not-found' });
    const removed = await ctx.store.atomically(async (store) => {
      const by = { at: ctx.clock.now(), byName: actorName(ctx) };
      if (!(await store.targets.remove(ctx.organisation.id, id, by))) return false;
      const detail = { id, value: target.value, by: target.dueDay };
      await ctx.audit('target-removed', { target: target.metric, detail }, store);
      return true;
    });
    return removed ? ok({ id }) : fail({ kind: 'not-found' });
  },
});
