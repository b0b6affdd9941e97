import { z } from 'zod';
import type { Annotation } from '@/lib/domain/annotation';
import { type Attention, watchedOf } from '@/lib/domain/attention';
import { type Day, laterOf } from '@/lib/domain/day';
import { fieldsOf, metrics } from '@/lib/domain/metrics/adoption';
import { daysUpTo } from '@/lib/domain/period';
import { ok } from '@/lib/domain/result';
import { type Point, trendOf } from '@/lib/domain/trend';
import { chartDays } from '@/lib/views/overview/numbers';
import { cached, type HistoryContext } from '../parts/cached';
import { service } from '../service';
import { judgeTargets } from '../targets/parts/read-targets';
import { readWaitingWeeks } from '../weeks/parts/read-waiting-weeks';

/** What people set and wrote, for the overview: the target of its headline, its annotations, and what of all that needs somebody. */
export const viewWatchlist = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const { judged, headline, annotations } = await openTargets(ctx, null);
    const attention = watchedOf({ reviews: await readWaitingWeeks(ctx), targets: judged });
    return ok({ attention, headline, annotations });
  },
});

export type Watchlist = {
  readonly attention: readonly Attention[];
  readonly headline: Awaited<ReturnType<typeof openTargets>>['headline'];
  /** Of the headline's chart, oldest first. */
  readonly annotations: readonly Annotation[];
};

const openTargets = cached({ name: 'open targets', make: readOpenTargets });

async function readOpenTargets(ctx: HistoryContext) {
  const today = ctx.today();
  const open = (await ctx.store.targets.all(ctx.organisation.id)).filter(({ dueDay }) => dueDay >= today);
  const judged = await judgeTargets(ctx, open, today);
  const target = judged.find((one) => one.target.metric === 'adoption') ?? null;
  return {
    judged,
    headline: target && { ...target, points: await headlinePoints(ctx, today) },
    annotations: await ctx.store.annotations.touching(ctx.organisation.id, daysUpTo(today, chartDays)),
  };
}

/** Adoption day by day, to be drawn with its target; empty before the first snapshot. */
async function headlinePoints({ store, organisation }: HistoryContext, today: Day): Promise<Point[]> {
  const first = await store.snapshots.firstDay(organisation.id);
  if (first === null) return [];
  const period = daysUpTo(today, chartDays);
  const shown = { from: laterOf(first, period.from), to: today };
  const rows = await store.snapshots.columns(organisation.id, shown, fieldsOf(['adoption']));
  return trendOf(metrics.adoption, rows, shown);
}
