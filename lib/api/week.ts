import { z } from 'zod';
import { difference } from '@/lib/domain/change';
import { gapReasons } from '@/lib/domain/gap';
import { type MetricId, metricIds, metrics, ratesOf } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import { reviewStates } from '@/lib/domain/review';
import type { Snapshot } from '@/lib/domain/snapshot';
import { daysOfWeek } from '@/lib/domain/week';
import { daysApart } from '@/lib/domain/week-facts';
import type { WeekRow } from '@/lib/views/weeks/week-row';
import { day, next, paging, week } from './common';
import { gapSchema, snapshotSchema } from './snapshot';

export const weeksQuery = z.strictObject({
  ...paging,
  cursor: week.optional().meta({ description: 'The `next` of the page before' }),
});

const changes = Object.fromEntries(metricIds.map((id) => [id, z.number().nullable()])) as Record<
  MetricId,
  z.ZodNullable<z.ZodNumber>
>;

export const weekSchema = z
  .strictObject({
    week,
    from: day,
    to: day,
    unfinished: z.boolean().meta({ description: 'The week is not over: so far' }),
    close: z
      .strictObject({ day, counts: snapshotSchema.shape.counts, rates: snapshotSchema.shape.rates })
      .nullable()
      .meta({ description: 'The last snapshot of the week' }),
    change: z.strictObject(changes).meta({
      description: 'Against the close of the week before; null when either is unknown or the week is not over',
    }),
    changeDays: z.int().min(1).max(13).nullable().meta({
      description:
        'How many days lie between the two closes: only 6 to 8 make it the change of a week. Null when either is missing',
    }),
    days: z.int().min(0).max(7).meta({ description: 'Captured days' }),
    gaps: z.array(gapSchema.extend({ reason: z.enum(gapReasons) })),
    review: z.enum(reviewStates),
  })
  .meta({ id: 'Week', description: 'An ISO week and its closing numbers' });

export const weekListSchema = z.strictObject({ data: z.array(weekSchema), next });

export type WeekJson = z.output<typeof weekSchema>;

/** Changes in the unit of the metric, ratios for rates, not rounded; all null for a week that is not over. */
export const weekJson = ({ week: name, unfinished, close, lastClose, days, gaps, review }: WeekRow): WeekJson => ({
  week: name,
  ...daysOfWeek(name),
  unfinished,
  close: close && { day: close.day, counts: close.counts, rates: ratesOf(close.counts) },
  change: changesOf(close, lastClose, unfinished),
  changeDays: daysApart(lastClose, close),
  days,
  gaps: gaps.map(({ day: missing, reason }) => ({ day: missing, reason })),
  review,
});

function changesOf(close: Snapshot | null, lastClose: Snapshot | null, unfinished: boolean): WeekJson['change'] {
  const value = (id: MetricId, of: Snapshot | null) => of && metricValue(metrics[id], of.counts);
  const change = (id: MetricId) => (unfinished ? null : difference(value(id, lastClose), value(id, close)));
  return Object.fromEntries(metricIds.map((id) => [id, change(id)])) as WeekJson['change'];
}
