import { z } from 'zod';
import { metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { type Progress, type Target, type TargetChange, targetStates } from '@/lib/domain/target';
import { refusalWords } from '../views/words/forecasts';
import { calendarDay, day, id, instant, next, paging } from './common';

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

const reach = z.strictObject({ low: z.number(), middle: z.number(), high: z.number() });

export const targetSchema = z
  .strictObject({
    id: z.string(),
    metric,
    value: z.number(),
    by: day,
    direction: z.enum(['up', 'down']),
    setOn: day,
    setBy: z.string(),
    state: z.enum(targetStates).meta({ description: '`unknown`: no snapshot has this number yet' }),
    now: z.number().nullable(),
    reachedOn: day.nullable(),
    needed: z.strictObject({ people: z.number(), perWeek: z.number().nullable() }).nullable().meta({
      description: "What is missing, for a rate in people at today's base; `perWeek` null when no time is left",
    }),
    pacePerWeek: z
      .number()
      .nullable()
      .meta({ description: 'What moved a week in the last eight weeks, in the same people' }),
    bestWeek: z.number().nullable(),
    forecast: reach
      .extend({ earliest: day.nullable(), about: day.nullable(), latest: day.nullable() })
      .nullable()
      .meta({ description: 'For the due day, and when the value is reached; four futures of five lie in the range' }),
    refused: z
      .strictObject({ kind: z.enum(['too-few', 'flat', 'away', 'over']), message: z.string() })
      .nullable()
      .meta({ description: 'Why there is no forecast' }),
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

/** Amounts in people or licences, the value and the forecast of a rate as ratios; nothing is rounded. */
export const targetJson = ({ target, progress }: { target: Target; progress: Progress }): TargetJson => ({
  id: target.id,
  metric: target.metric,
  value: target.value,
  by: target.dueDay,
  direction: target.direction,
  setOn: target.setOn,
  setBy: target.setByName,
  state: progress.state,
  now: progress.now?.value ?? null,
  reachedOn: progress.reachedOn,
  needed: progress.need && { people: progress.need.amount, perWeek: progress.need.perWeek },
  pacePerWeek: progress.pacePerWeek,
  bestWeek: progress.bestWeek,
  ...forecastJson(target, progress),
});

function forecastJson(target: Target, { forecast }: Progress): Pick<TargetJson, 'forecast' | 'refused'> {
  if (forecast.refused) {
    return {
      forecast: null,
      refused: { kind: forecast.refused.kind, message: refusalWords(target, forecast.refused) },
    };
  }
  const { atDue, arrival } = forecast;
  const when = { earliest: arrival?.earliest ?? null, about: arrival?.middle ?? null, latest: arrival?.latest ?? null };
  return { forecast: { ...atDue, ...when }, refused: null };
}

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
