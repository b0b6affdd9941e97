import type { Metric } from '@/lib/domain/metrics/metric';
import type { DeltaLook } from '../../_ui/delta';

/** How a change looks: its arrow, and whether that way is good news for its metric. Below what is printed it is no change. */
export function directionOf(change: number, good: Metric['good'], smallest = 1): DeltaLook {
  if (Math.abs(change) < smallest / 2) return { direction: 'same', verdict: 'plain' };
  const direction = change > 0 ? 'up' : 'down';
  return { direction, verdict: good === 'none' ? 'plain' : good === direction ? 'good' : 'poor' };
}
