import { addDays } from '@/lib/domain/day';
import { type Progress, progressOf, type Target } from '@/lib/domain/target';
import type { Context } from './context';
import { fieldsOf } from './read-trend';

export type JudgedTarget = { readonly target: Target; readonly progress: Progress };

/** How targets stood on `day`, by the snapshots up to it: all of them from one read. */
export async function judgeTargets(
  ctx: Pick<Context, 'store' | 'organisation'>,
  targets: readonly Target[],
  day: string,
): Promise<JudgedTarget[]> {
  if (targets.length === 0) return [];
  const [from = day] = [addDays(day, -27 * 7), ...targets.map(({ setOn }) => setOn)].sort();
  const fields = fieldsOf(targets.map(({ metric }) => metric));
  const rows = await ctx.store.snapshots.columns(ctx.organisation.id, { from, to: day }, fields);
  return targets.map((target) => ({ target, progress: progressOf(target, rows, day) }));
}
