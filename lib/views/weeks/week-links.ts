import { addDays, type Day, earlierOf } from '@/lib/domain/day';
import { funnelShape } from '@/lib/domain/funnel';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { metrics } from '@/lib/domain/metrics/adoption';
import type { CountField } from '@/lib/domain/snapshot';
import { addWeeks, daysOfWeek, type Week } from '@/lib/domain/week';
import { trendsPath } from '../paths';

/** The trend around a week: four weeks before it to two after, as far as there are days; more before where the week is new. */
export function aroundWeek(metric: MetricId, week: Week, today: Day): string {
  const { from, to } = daysOfWeek(week);
  return trendsPath({ metric, period: 'dates', from: addDays(from, -28), to: earlierOf(addDays(to, 14), today) });
}

/** The week whose close a cell shows; the last cell is this week's. */
export const weekOfCell = (week: Week, at: number, cells: number): Week => addWeeks(week, at - (cells - 1));

/** The metrics of a row between two stages: of a frozen sheet only its words are kept. */
export function metricsOfFlow(label: string): { readonly to: CountField; readonly waiting: CountField } | null {
  const stage = funnelShape.find(({ id, before }) => `${metrics[before].label} to ${metrics[id].label}` === label);
  return stage ? { to: stage.id, waiting: stage.waiting } : null;
}
