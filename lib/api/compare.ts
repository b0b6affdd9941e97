import { z } from 'zod';
import { partsOfChange } from '@/lib/domain/change';
import type { ComparedMetric } from '@/lib/domain/comparison';
import type { Day } from '@/lib/domain/day';
import { metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { calendarDay, day, inOrder, outOfOrder } from './common';

/** Both days; which two to begin with is for the page to say. */
export const compareQuery = z.strictObject({ from: calendarDay, to: calendarDay }).refine(inOrder, outOfOrder);

const side = z.strictObject({
  day: day.meta({ description: 'The day that was asked for' }),
  takenDay: day.meta({ description: 'Of the snapshot that stands for it: its own, or the nearest earlier one' }),
});

const value = z.number().nullable().meta({ description: 'Null: unknown, or a rate of nothing; never 0 for unknown' });

const comparedSchema = z.strictObject({
  metric: z.enum(metricIds),
  unit: z.enum(['people', 'licences', 'ratio']),
  before: value,
  after: value,
  change: z.number().nullable().meta({ description: 'After minus before; null when either is' }),
  split: z.strictObject({ people: z.number(), base: z.number() }).nullable().meta({
    description: 'Of a rate’s change: what people moved, and what the base did. Both ratios add up to `change`',
  }),
  reason: z.enum(['base-moved', 'unknown']).nullable().meta({
    description:
      'Why a rate has no `split`: its base changed by more than a quarter, or a number is unknown or a base 0. Null with a split, and for counts',
  }),
});

export const comparisonSchema = z
  .strictObject({ from: side, to: side, metrics: z.array(comparedSchema) })
  .meta({ id: 'Comparison', description: 'Two days side by side: every metric' });

type Side = { readonly asked: Day; readonly snapshot: { readonly day: Day } };
type Output = { readonly before: Side; readonly after: Side; readonly metrics: readonly ComparedMetric[] };

/** Values in the metric's unit, not rounded. */
export const comparisonJson = ({ before, after, metrics: all }: Output): z.output<typeof comparisonSchema> => ({
  from: sideJson(before),
  to: sideJson(after),
  metrics: all.map((one) => ({
    metric: one.metric,
    unit: metrics[one.metric].unit,
    before: one.before.value,
    after: one.after.value,
    change: one.change,
    split: one.split && partsOfChange(one.before, one.after),
    reason: one.noSplit,
  })),
});

const sideJson = ({ asked, snapshot }: Side) => ({ day: asked, takenDay: snapshot.day });
