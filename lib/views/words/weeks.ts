import { daysOfWeek, type Week } from '@/lib/domain/week';
import { dayAndMonth, fullDay } from './numbers';

/** week 47; week 53 of 2026 beside a week of another year. */
export const weekWords = (week: Week, beside = week): string =>
  `week ${Number(week.slice(6))}${week.slice(0, 4) === beside.slice(0, 4) ? '' : ` of ${week.slice(0, 4)}`}`;

/** W47 */
export const weekHead = (week: Week): string => week.slice(5);

/** 16–22 November 2026, 30 November–6 December 2026 */
export function weekSpan(week: Week): string {
  const { from, to } = daysOfWeek(week);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${fullDay(to)}`;
  return `${dayAndMonth(from, to)}–${fullDay(to)}`;
}
