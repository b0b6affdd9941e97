import { difference } from '@/lib/domain/change';
import { metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import { daysOfWeek } from '@/lib/domain/week';
import { daysApart } from '@/lib/domain/week-facts';
import type { WeekRow } from '../weeks/week-row';
import { isRate, metricName } from '../words/metrics';
import { type Cell, type Column, dayCell, ratioCell } from './cells';

export const weekColumns: readonly Column[] = [
  { id: 'week', head: 'Week' },
  { id: 'from', head: 'Monday' },
  { id: 'to', head: 'Sunday' },
  { id: 'state', head: 'State' },
  { id: 'close_day', head: 'Closing snapshot' },
  { id: 'days', head: 'Days captured' },
  { id: 'missing', head: 'Days missing' },
  { id: 'review', head: 'Review' },
  ...metricIds.map((id) => ({ id, head: metricName(id) })),
  { id: 'change_days', head: 'Days between the closes' },
  ...metricIds.map((id) => ({ id: `${id}_change`, head: `${metricName(id)}, change` })),
];

/** A change needs two whole weeks; without them it is blank. Only one over 6 to 8 days is that of a week. */
export function weekCells({ week, unfinished, close, lastClose, days, gaps, review }: WeekRow): Cell[] {
  const value = (id: (typeof metricIds)[number], of: WeekRow['close']) => of && metricValue(metrics[id], of.counts);
  const cell = (id: (typeof metricIds)[number], amount: number | null) => (isRate(id) ? ratioCell(amount) : amount);
  const { from, to } = daysOfWeek(week);
  return [
    week,
    { day: from },
    { day: to },
    unfinished ? 'so far' : 'over',
    dayCell(close?.day ?? null),
    days,
    gaps.length,
    review,
    ...metricIds.map((id) => cell(id, value(id, close))),
    daysApart(lastClose, close),
    ...metricIds.map((id) => cell(id, unfinished ? null : difference(value(id, lastClose), value(id, close)))),
  ];
}
