import { addDays, type Day } from '@/lib/domain/day';
import { forecastFields } from '@/lib/domain/forecast';
import { historyDays } from '@/lib/domain/forecast-history';
import { metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { Period } from '@/lib/domain/period';
import type { Target } from '@/lib/domain/target';
import { judgeIn, type Progress } from '@/lib/domain/target-progress';
import type { Context } from '../../context';
import { cached } from '../../parts/cached';

export type JudgedTarget = { readonly target: Target; readonly progress: Progress };

/** All of them by due day, as they stand today: judged once for each state of the history. */
export const judgedTargets = cached({
  name: 'judged targets',
  make: async (ctx) => judgeTargets(ctx, await ctx.store.targets.all(ctx.organisation.id), ctx.today()),
});

/** How targets stood on `day`, by the snapshots up to it: all of them from one read. */
export async function judgeTargets(
  ctx: Pick<Context, 'store' | 'organisation'>,
  targets: readonly Target[],
  day: Day,
): Promise<JudgedTarget[]> {
  if (targets.length === 0) return [];
  const ids = [...new Set(targets.map(({ metric }) => metric))];
  const [rows, made] = await Promise.all([
    ctx.store.snapshots.columns(ctx.organisation.id, judgedBy(targets, day), forecastFields(ids)),
    ctx.store.forecasts.held(ctx.organisation.id, ids),
  ]);
  const judge = judgeIn(rows, day, (metric) => made.get(metric) ?? null);
  return targets.map((target) => ({ target, progress: judge(target) }));
}

/** The days that say how targets stand: what a forecast is made of, and longer for one that was set before. */
function judgedBy(targets: readonly Target[], day: Day): Period {
  const [from = day] = [addDays(day, -historyDays), ...targets.map(({ setOn }) => setOn)].sort();
  return { from, to: day };
}

/** The metric's newest value; null without a snapshot, or when its base is 0. */
export async function currentValue(
  { store, organisation, clock }: Pick<Context, 'store' | 'organisation' | 'clock'>,
  metric: Target['metric'],
) {
  const latest = await store.snapshots.latest(organisation.id, clock.now());
  return latest && metricValue(metrics[metric], latest.counts);
}
