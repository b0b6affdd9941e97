import { idPath, targetChangeInput } from '@/lib/api/target';
import { fail, ok, type Result } from '@/lib/domain/result';
import { directionOf, meets } from '@/lib/domain/target';
import { actorName } from '../parts/actor-name';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { currentValue, type JudgedTarget, judgeTargets } from './parts/read-targets';
import { validateTarget } from './parts/validate-target';

type Failure = InvalidInput | { readonly kind: 'not-found' };

/** `changed` is false when it was saved as it was: then nothing is recorded. */
type ChangedTarget = JudgedTarget & { readonly changed: boolean };

/** Another value or day; the history keeps the old ones. */
export const changeTarget = service({
  permission: 'target:set',
  input: targetChangeInput.extend(idPath.shape),
  run: async (ctx, { id: targetId, value, by }): Promise<Result<ChangedTarget, Failure>> => {
    if (value === undefined && by === undefined) return invalid('value', 'give a value or a day');
    const { id: organisationId } = ctx.organisation;
    const today = ctx.today();
    const before = await ctx.store.targets.byId(organisationId, targetId);
    if (before === null) return fail({ kind: 'not-found' });
    const wanted = { ...before, value: value ?? before.value, dueDay: by ?? before.dueDay };
    if (wanted.value === before.value && wanted.dueDay === before.dueDay) {
      const [same] = await judgeTargets(ctx, [before], today);
      return same ? ok({ ...same, changed: false }) : fail({ kind: 'not-found' });
    }
    const now = await currentValue(ctx, before.metric);
    const target = { ...wanted, direction: directionOf(wanted.metric, wanted.value, now) };
    const met = now !== null && meets(target, now) && target.value !== before.value;
    const fault = validateTarget(target, { today, met, startValue: now });
    if (fault) return fault;
    const { dueDay, direction } = target;
    const change = { value: target.value, dueDay, direction, at: ctx.clock.now(), byName: actorName(ctx) };
    const changed = await ctx.store.atomically(async (store) => {
      if (!(await store.targets.change(organisationId, targetId, change))) return false;
      const detail = { id: targetId, value: `${before.value} -> ${target.value}`, by: `${before.dueDay} -> ${dueDay}` };
      await ctx.audit('target-changed', { target: before.metric, detail }, store);
      return true;
    });
    const [judged] = changed ? await judgeTargets(ctx, [target], today) : [];
    return judged ? ok({ ...judged, changed: true }) : fail({ kind: 'not-found' });
  },
});
