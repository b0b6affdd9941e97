import { eachDay } from './day';
import { type Metric, metricValue } from './metrics/metric';
import type { Period } from './period';
import type { AdoptionCounts } from './snapshot';
import { daysOfWeek, weekOf } from './week';

/** A captured day with at least the counts that are asked of it. */
export type CapturedDay = { readonly day: string } & Partial<AdoptionCounts>;

export type Point = { readonly day: string; readonly value: number | null };

/** One point for every day of the period; a day without a snapshot is `null`, never a number. */
export function trendOf(metric: Metric, rows: readonly CapturedDay[], period: Period): Point[] {
  const values = new Map(rows.map((row) => [row.day, metricValue(metric, row)]));
  return eachDay(period.from, period.to).map((day) => ({ day, value: values.get(day) ?? null }));
}

/** A week's last snapshot, or none: `close` is null. */
export type WeeklyClose<R> = { readonly week: string; readonly to: string; readonly close: R | null };

/** Every week that touches the period, oldest first, with the last row inside it. `rows` are in order of day. */
export function weeklyCloses<R extends { readonly day: string }>(rows: readonly R[], period: Period): WeeklyClose<R>[] {
  const last = new Map(rows.map((row) => [weekOf(row.day), row]));
  const weeks = [...new Set(eachDay(period.from, period.to).map(weekOf))];
  return weeks.map((week) => ({ week, to: daysOfWeek(week).to, close: last.get(week) ?? null }));
}
