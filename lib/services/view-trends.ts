import type { Annotation } from '@/lib/domain/annotation';
import { addDays, dayIn } from '@/lib/domain/day';
import {
  type Forecast,
  type ForecastRefusal,
  forecastDays,
  forecastOf,
  type Pace,
  paceOf,
} from '@/lib/domain/forecast';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import { lengthInDays, type Period } from '@/lib/domain/period';
import { ok } from '@/lib/domain/result';
import { mostPoints, periodOf } from '@/lib/domain/trend-span';
import { trendsQuery } from '@/lib/views/api/trend';
import type { Context } from './context';
import { type JudgedTarget, judgeTargets } from './read-targets';
import { fieldsOf, readTrend, type Trend } from './read-trend';
import { service } from './service';

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
  run: async (ctx, { metric: ids, period: preset, from, to, interval, compare }) => {
    const { id, timeZone } = ctx.organisation;
    const today = dayIn(timeZone, ctx.clock.now());
    const period =
      preset === 'dates' && from !== undefined && to !== undefined
        ? { from, to }
        : periodOf(preset === 'dates' ? '12w' : preset, { today, first: await ctx.store.snapshots.firstDay(id) });
    const tooLongForDays = interval === 'day' && lengthInDays(period) > mostPoints;
    const wanted = tooLongForDays ? 'week' : interval;
    const trend = await readTrend(ctx, { ids, period, interval: wanted, compare: compare === 'previous' });
    const targets = (await ctx.store.targets.all(id)).filter(({ metric }) => ids.includes(metric));
    return ok<Trends>({
      ...trend,
      asked: { ids, period: preset, compare: compare === 'previous' },
      tooLongForDays,
      annotations: await ctx.store.annotations.touching(id, trend.period),
      targets: await judgeTargets(ctx, targets, today),
      outlooks: reaches(trend.period, today) ? await outlooksOf(ctx, ids, { today, targets }) : [],
    });
  },
});

const reaches = ({ from, to }: Period, today: string): boolean => from <= today && to >= today;

async function outlooksOf(
  ctx: Context,
  ids: readonly MetricId[],
  { today, targets }: { today: string; targets: readonly JudgedTarget['target'][] },
): Promise<Outlook[]> {
  const span = { from: addDays(today, -2 * forecastDays), to: today };
  const rows = await ctx.store.snapshots.columns(ctx.organisation.id, span, fieldsOf(ids));
  return ids.map((id) => {
    const known = rows.flatMap((row) => {
      const value = metricValue(metrics[id], row);
      return value === null ? [] : [{ day: row.day, value }];
    });
    const wanted = targets.find(({ metric, dueDay }) => metric === id && dueDay > today)?.direction ?? null;
    return { metric: id, pace: paceOf(known), forecast: forecastOf(known, { unit: metrics[id].unit, wanted }) };
  });
}
