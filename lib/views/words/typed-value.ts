import type { MetricId } from '@/lib/domain/metrics/adoption';
import { isRate } from './metrics';

/** What a person types for a metric, as the number that is kept: 75 or 75% of a rate is 0.75, 1,200 of a count is 1200; null when it is no number. */
export function typedValue(metric: MetricId, text: string): number | null {
  const rate = isRate(metric);
  const plain = rate ? text.replace(',', '.').replace(/\s*%\s*$/, '') : text.replace(/(?<=\d)[,\s](?=\d{3}\b)/g, '');
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(plain.trim())) return null;
  // Through text, because 0.07 x 100 is not 7 in binary: 61.9 becomes 0.619, not 0.6190000000000001.
  return rate ? Number(`${plain.trim()}e-2`) : Number(plain.trim());
}

/** The same the other way round, for a field to start with: 75, 61.9, 1200. */
export const typeableValue = (metric: MetricId, value: number): string =>
  isRate(metric) ? String(Math.round(value * 1e8) / 1e6) : String(value);
