import { type Day, eachDay } from './day';
import { type Metric, metricValue } from './metrics/metric';
import type { Period } from './period';
import type { AdoptionCounts } from './snapshot';
import { addWeeks, daysOfWeek, type Week, weekOf } from './week';

/** A captured day with at least the counts that are asked of it. */
export type CapturedDay = { readonly day: Day } & Partial<AdoptionCounts>;

export type Point = { readonly day: Day; readonly value: number | null };

/** One point for every day of the period, a count or a ratio; a day without a snapshot is `null`, never a number. `rows` in any order. */
export function trendOf(metric: Metric, rows: readonly CapturedDay[], period: Period): Point[] {
  const days = eachDay(period.from, period.to);
  const found = rowsOn(days, rows);
  return days.map((day, index) => {
    const row = found[index] ?? null;
    return { day, value: row && metricValue(metric, row) };
  });
}

/** The row of each day, `null` where there is none. */
export function rowsOn<R extends { readonly day: Day }>(days: readonly Day[], rows: readonly R[]): (R | null)[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  return days.map((day) => byDay.get(day) ?? null);
}

/** A week's last snapshot, or none: `close` is null. */
export type WeeklyClose<R> = { readonly week: Week; readonly to: Day; readonly close: R | null };

/** Every week that touches the period, oldest first, with the last row inside it. `rows` are in order of day. */
export function weeklyCloses<R extends { readonly day: Day }>(rows: readonly R[], period: Period): WeeklyClose<R>[] {
  const weeks: WeeklyClose<R>[] = [];
  const last = weekOf(period.to);
  for (let week = weekOf(period.from); week <= last; week = addWeeks(week, 1)) {
    const { from, to } = daysOfWeek(week);
    const close = rows.findLast(({ day }) => from <= day && day <= to) ?? null;
    weeks.push({ week, to, close });
  }
  return weeks;
}
