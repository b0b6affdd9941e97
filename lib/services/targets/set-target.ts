import { targetInput } from '@/lib/api/target';
import { fail, ok, type Result } from '@/lib/domain/result';
import { directionOf, meets, type Target } from '@/lib/domain/target';
import { actorName } from '../parts/actor-name';
import type { InvalidInput } from '../parts/invalid-input';
import { service } from '../service';
import { currentValue, type JudgedTarget, judgeTargets } from './parts/read-targets';
import { validateTarget } from './parts/validate-target';

/** More lines than anybody can watch. */
const mostTargets = 50;

type Failure = InvalidInput | { readonly kind: 'too-many-targets' };

/** A value to reach by a day; refused when it is reached already. */
export const setTarget = service({
  permission: 'target:set',
  input: targetInput,
  run: async (ctx, { metric, value, by: dueDay }): Promise<Result<JudgedTarget, Failure>> => {
    const { id } = ctx.organisation;
    const today = ctx.today();
    const startValue = await currentValue(ctx, metric);
    const direction = directionOf(metric, value, startValue);
    const target: Target = {
      id: crypto.randomUUID(),
      metric,
      value,
      direction,
      dueDay,
      setOn: today,
      startValue,
      setByName: actorName(ctx),
    };
    const fault = validateTarget(target, { today, met: startValue !== null && meets(target, startValue), startValue });
    if (fault) return fault;
    if ((await ctx.store.targets.all(id)).length >= mostTargets) return fail({ kind: 'too-many-targets' });
    await ctx.store.atomically(async (store) => {
      await store.targets.create(id, target, { at: ctx.clock.now(), byName: target.setByName });
      await ctx.audit('target-set', { target: metric, detail: { id: target.id, value, by: dueDay } }, store);
    });
    const [judged] = await judgeTargets(ctx, [target], today);
    if (!judged) throw new Error('one target is judged as one');
    return ok(judged);
  },
});
