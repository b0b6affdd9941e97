import { type Day, daysBetween } from '@/lib/domain/day';
import type { ChartSpec, SpecForecast } from './chart-spec';

/** The days beyond the last slot that a forecast has values for: one can point at them as at slots, and counts them on from those. */
export function daysAhead({ slots, forecasts }: Pick<ChartSpec, 'slots' | 'forecasts'>): Day[] {
  const last = slots.at(-1)?.x;
  if (last === undefined) return [];
  const days = forecasts.flatMap(({ points }) => points.map(({ day }) => day).filter((day) => day > last));
  return [...new Set(days)].sort();
}

export type Foreseen = Omit<SpecForecast['points'][number], 'day'>;

/** What a forecast's drawing says of a day: between two of its corners the straight line; null before its first and after its last. */
export function foreseenOn({ points }: Pick<SpecForecast, 'points'>, day: Day): Foreseen | null {
  const at = points.findIndex((point) => point.day >= day);
  const [after, before] = [points[at], points[at - 1]];
  if (!after) return null;
  if (after.day === day) return after;
  if (!before) return null;
  const share = daysBetween(before.day, day) / daysBetween(before.day, after.day);
  const between = (from: number, to: number) => from + (to - from) * share;
  return {
    low: between(before.low, after.low),
    middle: between(before.middle, after.middle),
    high: between(before.high, after.high),
  };
}
