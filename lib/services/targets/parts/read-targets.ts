import { addDays, type Day } from '@/lib/domain/day';
import { fieldsOf, metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { Period } from '@/lib/domain/period';
import { type Progress, progressOf, type Target } from '@/lib/domain/target';
import type { CapturedDay } from '@/lib/domain/trend';
import type { Context } from '../../context';

export type JudgedTarget = { readonly target: Target; readonly progress: Progress };

/** How targets stood on `day`, by the snapshots up to it: all of them from one read. */
export async function judgeTargets(
  ctx: Pick<Context, 'store' | 'organisation'>,
  targets: readonly Target[],
  day: Day,
): Promise<JudgedTarget[]> {
  if (targets.length === 0) return [];
  const fields = fieldsOf(targets.map(({ metric }) => metric));
  const rows = await ctx.store.snapshots.columns(ctx.organisation.id, judgedBy(targets, day), fields);
  return judged(targets, rows, day);
}

/** The days that say how targets stand: half a year, and longer for one that was set before. */
export function judgedBy(targets: readonly Target[], day: Day): Period {
  const [from = day] = [addDays(day, -27 * 7), ...targets.map(({ setOn }) => setOn)].sort();
  return { from, to: day };
}

export const judged = (targets: readonly Target[], rows: readonly CapturedDay[], day: Day): JudgedTarget[] =>
  targets.map((target) => ({ target, progress: progressOf(target, rows, day) }));

/** The metric's newest value; null without a snapshot, or when its base is 0. */
export async function currentValue(
  { store, organisation, clock }: Pick<Context, 'store' | 'organisation' | 'clock'>,
  metric: Target['metric'],
) {
  const latest = await store.snapshots.latest(organisation.id, clock.now());
  return latest && metricValue(metrics[metric], latest.counts);
}
