import { z } from 'zod';
import { type Day, daysBetween } from '@/lib/domain/day';
import { type MetricId, metricIds, metrics } from '@/lib/domain/metrics/adoption';
import type { LinePoint } from '@/lib/domain/trend-line';
import { type Interval, mostDays, mostPoints, trendPresetNames } from '@/lib/domain/trend-span';
import { calendarDay, day, inOrder, outOfOrder, week } from './common';

const metric = z
  .enum(metricIds, { error: 'a metric of GET /api/v1/metrics' })
  .meta({ description: 'An id of GET /metrics', example: 'adoption' });

export const interval = z
  .enum(['day', 'week'], { error: 'day or week' })
  .optional()
  .meta({ description: 'Daily points or weekly closes; left out: daily up to 26 weeks' });

const compare = z.literal('previous', { error: 'previous' }).optional().meta({
  description:
    'Adds the equally long period that ends the day before; beside a week that is not over stand equally many days',
});

type Span = { from?: Day | undefined; to?: Day | undefined };

const notEndless = ({ from, to }: Span): boolean =>
  from === undefined || to === undefined || daysBetween(from, to) < mostDays;
const endless = { path: ['from'], error: 'at most 100 years before `to`' };

const drawable = ({ from, to, interval: wanted }: Span & { interval?: Interval | undefined }): boolean =>
  wanted !== 'day' || from === undefined || to === undefined || daysBetween(from, to) < mostPoints;
const tooDense = { path: ['interval'], error: `daily goes up to ${mostPoints} days; ask for week or a shorter period` };

/** What the API asks: one metric. Without `to` and beyond today up to today, without `from` twelve weeks. */
export const trendQuery = z
  .strictObject({
    metric,
    from: calendarDay.optional(),
    to: calendarDay.optional().meta({ description: 'A day to come is read as today: there are no points ahead' }),
    interval,
    compare,
  })
  .refine(inOrder, outOfOrder)
  .refine(notEndless, endless)
  .refine(drawable, tooDense);

const period = z.enum([...trendPresetNames, 'dates'], { error: `one of ${[...trendPresetNames, 'dates'].join(', ')}` });

const several = z
  .union([metric, z.array(metric).min(1, 'Choose a metric').max(4, 'At most four lines')], {
    error: 'a metric of the list, such as adoption',
  })
  .transform((one) => [...new Set(Array.isArray(one) ? one : [one])])
  .refine(sameScale, 'Rates and counts have different scales: choose one kind');

/** What the page asks: its whole state, as its address holds it. */
export const trendsQuery = z
  .strictObject({
    metric: several.default(['adoption']),
    period: period.default('12w'),
    from: calendarDay.optional(),
    to: calendarDay.optional(),
    interval,
    compare,
  })
  .refine(({ period: chosen, from, to }) => chosen !== 'dates' || (from !== undefined && to !== undefined), {
    path: ['from'],
    error: 'Choose both days',
  })
  .refine(inOrder, outOfOrder)
  .refine(notEndless, endless)
  .refine((asked) => asked.period !== 'dates' || drawable(asked), tooDense);

/** What an export may ask of a trend; its own schema checks it again as a whole. */
export const trendPeriod = {
  metric: z.union([metric, z.array(metric).max(4)], { error: 'a metric of the list, such as adoption' }).optional(),
  period: period.optional(),
  interval,
  compare,
};

function sameScale(ids: readonly MetricId[]): boolean {
  return new Set(ids.map((id) => metrics[id].base === null)).size === 1;
}

const value = z
  .number()
  .nullable()
  .meta({ description: 'Null: no snapshot, or a rate of nothing; never 0 for unknown' });

export const pointSchema = z.strictObject({
  week: week.optional().meta({ description: 'The point’s (last) week; only in weekly trends' }),
  day: day.meta({
    description:
      'The day, or the Sunday of the week; in `previous` the same weekday as today beside the week that is not over',
  }),
  takenDay: day.nullable().optional().meta({ description: 'Day of the closing snapshot; only in weekly trends' }),
  value,
});

export const trendSchema = z
  .strictObject({
    metric,
    unit: z.enum(['people', 'licences', 'ratio']),
    interval: z.enum(['day', 'week']),
    weeksPerPoint: z.int().min(0).meta({
      description: '0 for days, 1 for weekly closes; more when a period has over 400 weeks and several share a close',
    }),
    points: z.array(pointSchema),
    previous: z.array(pointSchema).nullable(),
  })
  .meta({ id: 'Trend', description: 'One metric over time; at most 400 points' });

export type TrendJson = z.output<typeof trendSchema>;

type Output = {
  readonly metric: MetricId;
  readonly interval: Interval;
  readonly weeksPerPoint: number;
  readonly points: readonly LinePoint[];
  readonly previous: readonly LinePoint[] | null;
};

/** Values in the metric's unit, not rounded; a point has `week` and `takenDay` only when its slot is a week or more. */
export const trendJson = ({ metric: id, interval: told, weeksPerPoint, points, previous }: Output): TrendJson => ({
  metric: id,
  unit: metrics[id].unit,
  interval: told,
  weeksPerPoint,
  points: points.map(pointJson),
  previous: previous?.map(pointJson) ?? null,
});

const pointJson = ({ week: inWeek, day: last, takenDay, value: amount }: LinePoint) =>
  inWeek === null ? { day: last, value: amount } : { week: inWeek, day: last, takenDay, value: amount };
