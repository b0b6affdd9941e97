import { metricsQuery } from '@/lib/api/metric';
import { metricIds } from '@/lib/domain/metrics/adoption';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** Enpass's counts first, then the rates; the cursor is the last metric of the page before. */
export const listMetrics = service({
  permission: 'adoption:see',
  input: metricsQuery,
  run: async (_, { limit, cursor }) => {
    const start = cursor === undefined ? 0 : metricIds.indexOf(cursor) + 1;
    const metrics = metricIds.slice(start, start + limit);
    return ok({ metrics, next: start + limit < metricIds.length ? (metrics.at(-1) ?? null) : null });
  },
});
