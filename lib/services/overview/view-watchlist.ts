import { z } from 'zod';
import type { Annotation } from '@/lib/domain/annotation';
import { type Attention, watchedOf } from '@/lib/domain/attention';
import { laterOf } from '@/lib/domain/day';
import { fieldsOf, metrics } from '@/lib/domain/metrics/adoption';
import { daysUpTo } from '@/lib/domain/period';
import { ok } from '@/lib/domain/result';
import { type Point, trendOf } from '@/lib/domain/trend';
import { chartDays } from '@/lib/views/overview/numbers';
import { cached, type HistoryContext } from '../parts/cached';
import { service } from '../service';
import { type JudgedTarget, judgedTargets } from '../targets/parts/read-targets';
import { readWaitingWeeks } from '../weeks/parts/read-waiting-weeks';

/** What people set and wrote, for the overview: the target of its headline, its annotations, and what of all that needs somebody. */
export const viewWatchlist = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const today = ctx.today();
    const targets = (await judgedTargets(ctx, null)).filter(({ target }) => target.dueDay >= today);
    const adoption = targets.find(({ target }) => target.metric === 'adoption') ?? null;
    const headline = adoption && { ...adoption, points: await headlinePoints(ctx, null) };
    const attention = watchedOf({ reviews: await readWaitingWeeks(ctx), targets });
    return ok({ attention, headline, annotations: await headlineAnnotations(ctx, null) });
  },
});

export type Watchlist = {
  readonly attention: readonly Attention[];
  readonly headline: (JudgedTarget & { readonly points: readonly Point[] }) | null;
  /** Of the headline's chart, oldest first. */
  readonly annotations: readonly Annotation[];
};

const headlinePoints = cached({ name: 'headline points', make: readHeadlinePoints });

const headlineAnnotations = cached({
  name: 'headline annotations',
  make: ({ store, organisation, today }) => store.annotations.touching(organisation.id, daysUpTo(today(), chartDays)),
});

/** Adoption day by day, to be drawn with its target; empty before the first snapshot. */
async function readHeadlinePoints({ store, organisation, today: now }: HistoryContext): Promise<Point[]> {
  const today = now();
  const first = await store.snapshots.firstDay(organisation.id);
  if (first === null) return [];
  const period = daysUpTo(today, chartDays);
  const shown = { from: laterOf(first, period.from), to: today };
  const rows = await store.snapshots.columns(organisation.id, shown, fieldsOf(['adoption']));
  return trendOf(metrics.adoption, rows, shown);
}
