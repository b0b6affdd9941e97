import { z } from 'zod';
import type { Arrival } from '@/lib/domain/forecast-arrival';
import type { ForecastView } from '@/lib/domain/forecast-view';
import { metricIds } from '@/lib/domain/metrics/adoption';
import { refusalWords } from '../views/words/forecasts';
import { calendarDay, day } from './common';

const metric = z
  .enum(metricIds, { error: 'a metric of GET /api/v1/metrics' })
  .meta({ description: 'An id of GET /metrics', example: 'adoption' });

/** A number as a query writes it; what else JavaScript would read as one is refused. */
const amount = z.preprocess(
  (given) => (typeof given === 'string' && /^\d{1,9}(\.\d{1,12})?$/.test(given) ? Number(given) : given),
  z.number({ error: 'a number' }).min(0).max(10_000_000, { error: 'at most 10,000,000' }),
);

export const forecastQuery = z.strictObject({
  metric,
  on: calendarDay.meta({ description: 'The day to look ahead to, today or later', example: '2027-02-27' }),
  value: amount
    .optional()
    .meta({ description: 'A count, or a ratio from 0 to 1: asks when it is reached', example: 0.75 }),
});

const ahead = z.number().nullable();

export const forecastSchema = z
  .strictObject({
    metric,
    on: day,
    low: ahead,
    middle: ahead,
    high: ahead.meta({ description: 'Four values of five are meant to lie from `low` to `high`; null where refused' }),
    refused: z
      .strictObject({
        kind: z.enum(['too-few', 'stale', 'base-step', 'decision', 'too-far']),
        message: z.string(),
      })
      .nullable()
      .meta({ description: 'Why there is no forecast; `too-far` has a middle and no range' }),
    record: z
      .strictObject({ held: z.int(), of: z.int(), kind: z.enum(['made', 'recomputed']) })
      .meta({ description: 'How many earlier ranges held; `made`: stored on their day, `recomputed`: from its past' }),
    arrival: z
      .strictObject({
        earliest: day.nullable(),
        about: day.nullable(),
        refused: z.enum(['flat', 'away']).nullable(),
      })
      .nullable()
      .meta({ description: 'When `value` is met by the far end of the range and by its middle, within 26 weeks' }),
  })
  .meta({ id: 'Forecast' });

export type ForecastJson = z.output<typeof forecastSchema>;

/** Whole people or licences, and ratios as they are. */
export const forecastJson = ({
  arrival,
  ...view
}: ForecastView & { readonly arrival: Arrival | null }): ForecastJson => ({
  metric: view.metric,
  on: view.on,
  low: view.low,
  middle: view.middle,
  high: view.high,
  refused: view.refused && { kind: view.refused.kind, message: refusalWords(view.metric, view.refused) },
  record: { held: view.record.held, of: view.record.of, kind: view.record.kind },
  arrival: arrival && { ...arrival, refused: arrival.refused?.kind ?? null },
});
