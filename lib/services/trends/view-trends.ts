import type { z } from 'zod';
import { trendsQuery } from '@/lib/api/trend';
import type { Annotation } from '@/lib/domain/annotation';
import { addDays, type Day } from '@/lib/domain/day';
import {
  type Forecast,
  type ForecastRefusal,
  forecastDays,
  forecastOf,
  type Pace,
  paceOf,
} from '@/lib/domain/forecast';
import { fieldsOf, type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import { contains, lengthInDays } from '@/lib/domain/period';
import { ok, type Result } from '@/lib/domain/result';
import type { Target } from '@/lib/domain/target';
import type { CapturedDay } from '@/lib/domain/trend';
import { mostPoints, periodOf } from '@/lib/domain/trend-span';
import { cached, type HistoryContext } from '../parts/cached';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { type JudgedTarget, judged, judgedBy } from '../targets/parts/read-targets';
import { readTrend, type Trend } from './parts/read-trend';

export type Outlook = {
  readonly metric: MetricId;
  readonly pace: Pace | null;
  readonly forecast: Forecast | ForecastRefusal;
};

export type Trends = Trend & {
  /** What the address asked for, with its defaults. */
  readonly asked: { readonly ids: readonly MetricId[]; readonly period: string; readonly compare: boolean };
  /** Daily was asked for, but the period has become too long for it. */
  readonly tooLongForDays: boolean;
  readonly annotations: readonly Annotation[];
  /** Targets of the metrics shown. */
  readonly targets: readonly JudgedTarget[];
  /** Only when the period reaches today. */
  readonly outlooks: readonly Outlook[];
};

/** Everything the trends page shows, from what its address says. */
export const viewTrends = service({
  permission: 'adoption:see',
  input: trendsQuery,
  run: async (ctx, asked): Promise<Result<Trends, InvalidInput>> =>
    asked.period === 'dates' && asked.from !== undefined && asked.from > ctx.today()
      ? invalid('from', 'lies in the future')
      : ok(await trends(ctx, asked)),
});

type Question = z.output<typeof trendsQuery>;

const trends = cached({ name: 'trends', make: readTrends });

async function readTrends(ctx: HistoryContext, { metric: ids, compare, ...asked }: Question): Promise<Trends> {
  const { store } = ctx;
  const { id } = ctx.organisation;
  const today = ctx.today();
  const [first, all] = await Promise.all([store.snapshots.firstDay(id), store.targets.all(id)]);
  const targets = all.filter(({ metric }) => ids.includes(metric));
  const { period, interval, tooLongForDays } = spanOf(asked, { today, first });
  const compared = compare === 'previous';
  const [trend, recent] = await Promise.all([
    readTrend(ctx, { ids, period, interval, compare: compared, first, today }),
    store.snapshots.columns(id, judgedBy(targets, today), fieldsOf(ids)),
  ]);
  return {
    ...trend,
    asked: { ids, period: asked.period, compare: compared },
    tooLongForDays,
    annotations: await store.annotations.touching(id, trend.span),
    targets: judged(targets, recent, today),
    outlooks: contains(trend.period, today) ? ids.map((metric) => outlookOf(metric, recent, { today, targets })) : [],
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

function outlookOf(
  id: MetricId,
  rows: readonly CapturedDay[],
  { today, targets }: { today: Day; targets: readonly Target[] },
): Outlook {
  const since = addDays(today, -2 * forecastDays);
  const known = rows.flatMap((row) => {
    const value = row.day < since ? null : metricValue(metrics[id], row);
    return value === null ? [] : [{ day: row.day, value }];
  });
  const wanted = targets.find(({ metric, dueDay }) => metric === id && dueDay > today)?.direction ?? null;
  return { metric: id, pace: paceOf(known), forecast: forecastOf(known, { unit: metrics[id].unit, wanted }) };
}
