import { type MetricId, metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import { isRate, metricName, valueWords } from './metrics';

/** Every metric for a select, rates first, with where it stands by the newest snapshot. */
export function metricChoices(counts: AdoptionCounts | null): { value: MetricId; label: string }[] {
  const rates = metricIds.filter(isRate);
  const first: MetricId = 'adoption';
  const others = rates.filter((id) => id !== first);
  return [first, ...others, ...metricIds.filter((id) => !isRate(id))].map((id) => ({
    value: id,
    label: `${metricName(id)}${isRate(id) ? ', %' : ''}${counts ? ` (now ${valueWords(id, metricValue(metrics[id], counts))})` : ''}`,
  }));
}
