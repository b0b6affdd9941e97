import { trendQuery } from '@/lib/api/trend';
import { addDays, daysBetween, earlierOf } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { ok, type Result } from '@/lib/domain/result';
import type { LinePoint } from '@/lib/domain/trend-line';
import { type Interval, mondayBefore, mostDays, mostPoints } from '@/lib/domain/trend-span';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { readTrend } from './parts/read-trend';

export type OneTrend = {
  readonly metric: MetricId;
  readonly interval: Interval;
  readonly weeksPerPoint: number;
  readonly points: readonly LinePoint[];
  readonly previous: readonly LinePoint[] | null;
};

/** One metric over time, for programs. */
export const viewTrend = service({
  permission: 'adoption:see',
  input: trendQuery,
  run: async (ctx, { metric, from, to, interval, compare }): Promise<Result<OneTrend, InvalidInput>> => {
    const today = ctx.today();
    if (from !== undefined && from > today) return invalid('from', 'lies in the future');
    const last = earlierOf(to ?? today, today);
    const twelveWeeks = interval === 'week' ? mondayBefore(last, 11) : addDays(last, -83);
    const period = { from: from ?? twelveWeeks, to: last };
    const days = daysBetween(period.from, period.to) + 1;
    if (days > mostDays) return invalid('from', 'at most 100 years before today');
    if (interval === 'day' && days > mostPoints) return invalid('interval', `daily goes up to ${mostPoints} days`);
    const first = await ctx.store.snapshots.firstDay(ctx.organisation.id);
    const trend = await readTrend(ctx, {
      ids: [metric],
      period,
      interval,
      compare: compare === 'previous',
      first,
      today,
    });
    const [line] = trend.lines;
    return ok({
      metric,
      interval: trend.interval,
      weeksPerPoint: trend.weeksPerPoint,
      points: line?.points ?? [],
      previous: line?.previous ?? null,
    });
  },
});
