import { z } from 'zod';
import { metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { type Target, type TargetChange, targetStates } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import { needWords } from '../views/words/target-needs';
import { calendarDay, day, id, instant, next, paging } from './common';
import { forecastJson, forecastSchema } from './forecast';

const metric = z
  .enum(metricIds, { error: 'a metric of GET /api/v1/metrics' })
  .meta({ description: 'An id of GET /metrics', example: 'adoption' });

const value = z
  .number({ error: 'a number' })
  .min(0, { error: 'at least 0' })
  .max(10_000_000, { error: 'at most 10,000,000' })
  .meta({ description: 'A count, or for a rate a ratio above 0 and at most 1', example: 0.75 });

const by = calendarDay.meta({ description: 'The last day on which it can be reached', example: '2026-12-31' });

export const targetInput = z.strictObject({ metric, value, by });
export const targetChangeInput = z.strictObject({ value: value.optional(), by: by.optional() });

export const idPath = z.strictObject({ id });
export const targetsQuery = z.strictObject({
  ...paging,
  cursor: id.optional().meta({ description: 'The `next` of the page before' }),
});

export const targetSchema = z
  .strictObject({
    id: z.string(),
    metric,
    value: z.number(),
    by: day,
    direction: z.enum(['up', 'down']),
    setOn: day,
    setBy: z.string(),
    state: z.enum(targetStates).meta({
      description: 'From best to worst, as far as `missed`; `too-early` and `unknown` stand beside the order',
    }),
    judgedBy: z
      .enum(['forecast', 'line'])
      .nullable()
      .meta({ description: '`line`: by the straight line from its start, where there is no range to judge by' }),
    now: z.number().nullable(),
    reachedOn: day.nullable().meta({ description: 'The first of two snapshots in a row that met it' }),
    belowSince: day.nullable().meta({ description: 'Reached, and not met any more since this day' }),
    needed: z.strictObject({ people: z.number(), perWeek: z.number().nullable() }).nullable().meta({
      description:
        'What is missing, for a rate in people at the newest base; `perWeek` from today on, with the base moving at its pace as far as there are licences, null when no time is left',
    }),
    pacePerWeek: z
      .number()
      .nullable()
      .meta({ description: 'What moves a week, in the same people: the mean of the last 4 and 13 weeks' }),
    basePacePerWeek: z.number().nullable().meta({ description: "What a rate's base moves a week" }),
    bestWeek: z.number().nullable(),
    needs: z.string().meta({ description: 'The same in words' }),
    forecast: forecastSchema.nullable().meta({ description: 'For the due day; null once that is over' }),
  })
  .meta({ id: 'Target' });

export const targetListSchema = z.strictObject({ data: z.array(targetSchema), next });

export const wholeTargetSchema = targetSchema
  .extend({
    history: z.array(
      z.strictObject({
        action: z.enum(['set', 'changed', 'removed']),
        value: z.number(),
        by: day,
        at: instant,
        byName: z.string(),
      }),
    ),
  })
  .meta({ id: 'WholeTarget' });

export const removedSchema = z.strictObject({ id: z.string() }).meta({ id: 'Removed' });

export type TargetJson = z.output<typeof targetSchema>;

/** Amounts in people or licences, the value and the forecast of a rate as ratios; only forecast counts are rounded. */
export const targetJson = ({ target, progress }: { target: Target; progress: Progress }): TargetJson => ({
  id: target.id,
  metric: target.metric,
  value: target.value,
  by: target.dueDay,
  direction: target.direction,
  setOn: target.setOn,
  setBy: target.setByName,
  state: progress.state,
  judgedBy: progress.judgedBy,
  now: progress.now?.value ?? null,
  reachedOn: progress.reachedOn,
  belowSince: progress.belowSince,
  needed: progress.need && { people: progress.need.amount, perWeek: progress.need.perWeek },
  pacePerWeek: progress.pacePerWeek,
  basePacePerWeek: progress.basePacePerWeek,
  bestWeek: progress.bestWeek,
  needs: needWords(target, progress),
  forecast: progress.forecast && forecastJson(progress.forecast),
});

export const wholeTargetJson = (told: {
  target: Target;
  progress: Progress;
  history: readonly TargetChange[];
}): z.output<typeof wholeTargetSchema> => ({
  ...targetJson(told),
  history: told.history.map(({ action, value: amount, dueDay, at, byName }) => ({
    action,
    value: amount,
    by: dueDay,
    at: at.toISOString(),
    byName,
  })),
});

/** What the schema alone cannot tell: a rate is a ratio, a count is whole. Null when nothing is wrong. */
export function valueFault(target: Pick<Target, 'metric' | 'value'>): string | null {
  if (metrics[target.metric].base === null) return Number.isInteger(target.value) ? null : 'a whole number';
  return target.value > 0 && target.value <= 1 ? null : 'a ratio above 0 and at most 1: 0.75 is 75%';
}
