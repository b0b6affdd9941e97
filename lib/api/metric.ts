import { z } from 'zod';
import { type MetricId, metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { next, paging } from './common';

export const metricsQuery = z.strictObject({
  ...paging,
  cursor: z.enum(metricIds).optional().meta({ description: 'The `next` of the page before' }),
});

export const metricSchema = z
  .strictObject({
    id: z.enum(metricIds),
    label: z.string(),
    unit: z.enum(['people', 'licences', 'ratio']),
    base: z.enum(metricIds).nullable().meta({ description: 'The denominator of a ratio; null for a count' }),
    good: z.enum(['up', 'down', 'none']).meta({ description: 'The direction that is good news' }),
    description: z.string(),
  })
  .meta({ id: 'Metric', description: 'A named number derived from a snapshot' });

export const metricListSchema = z.strictObject({ data: z.array(metricSchema), next });

export type MetricJson = z.output<typeof metricSchema>;

export function metricJson(metricId: MetricId): MetricJson {
  const { id, label, unit, base, good, description } = metrics[metricId];
  return { id, label, unit, base, good, description };
}
