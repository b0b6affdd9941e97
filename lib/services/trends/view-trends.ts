import type { z } from 'zod';
import { trendsQuery } from '@/lib/api/trend';
import type { Annotation } from '@/lib/domain/annotation';
import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { contains, lengthInDays } from '@/lib/domain/period';
import { ok, type Result } from '@/lib/domain/result';
import { mostPoints, periodOf } from '@/lib/domain/trend-span';
import { type Outlook, outlookOf } from '../forecasts/parts/read-outlook';
import { cached, type HistoryContext } from '../parts/cached';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { type JudgedTarget, judgedTargets } from '../targets/parts/read-targets';
import { readTrend, type Trend } from './parts/read-trend';

type Found = Trend & {
  /** What the address asked for, with its defaults. */
  readonly asked: { readonly ids: readonly MetricId[]; readonly period: string; readonly compare: boolean };
  /** Daily was asked for, but the period has become too long for it. */
  readonly tooLongForDays: boolean;
  readonly annotations: readonly Annotation[];
};

export type Trends = Found & {
  /** Targets of the metrics shown. */
  readonly targets: readonly JudgedTarget[];
  /** Only when the period reaches today. */
  readonly outlooks: readonly Outlook[];
};

/** Everything the trends page shows, from what its address says. */
export const viewTrends = service({
  permission: 'adoption:see',
  input: trendsQuery,
  run: async (ctx, asked): Promise<Result<Trends, InvalidInput>> => {
    if (asked.period === 'dates' && asked.from !== undefined && asked.from > ctx.today())
      return invalid('from', 'lies in the future');
    const [found, targets] = await Promise.all([trends(ctx, asked), judgedTargets(ctx, null)]);
    const ahead = contains(found.period, found.today) ? asked.metric : [];
    return ok({
      ...found,
      targets: targets.filter(({ target }) => asked.metric.includes(target.metric)),
      outlooks: await Promise.all(ahead.map((metric) => outlookOf(ctx, metric))),
    });
  },
});

type Question = z.output<typeof trendsQuery>;

const trends = cached({ name: 'trends', make: readTrends });

async function readTrends(ctx: HistoryContext, { metric: ids, compare, ...asked }: Question): Promise<Found> {
  const { store } = ctx;
  const { id } = ctx.organisation;
  const today = ctx.today();
  const first = await store.snapshots.firstDay(id);
  const { period, interval, tooLongForDays } = spanOf(asked, { today, first });
  const compared = compare === 'previous';
  const trend = await readTrend(ctx, { ids, period, interval, compare: compared, first, today });
  return {
    ...trend,
    asked: { ids, period: asked.period, compare: compared },
    tooLongForDays,
    annotations: await store.annotations.touching(id, trend.span),
  };
}

/** A period of years has no point for each of its days. */
function spanOf(
  { period: preset, from, to, interval }: Omit<Question, 'metric' | 'compare'>,
  now: { today: Day; first: Day | null },
) {
  const chosen = preset === 'dates' && from !== undefined && to !== undefined;
  const period = chosen ? { from, to } : periodOf(preset === 'dates' ? '12w' : preset, { ...now, interval });
  const tooLongForDays = interval === 'day' && lengthInDays(period) > mostPoints;
  return { period, interval: tooLongForDays ? ('week' as const) : interval, tooLongForDays };
}
