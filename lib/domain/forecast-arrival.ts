import { addDays, type Day, daysBetween } from './day';
import { expectedOn, type Forecast, furthestWeeks, type Reach } from './forecast';
import { shownAmount } from './forecast-shown';
import type { Unit } from './metrics/metric';

/** Why no day is named: the paces of 4 and 13 weeks that come to nothing, or the pace that leads the other way. In the metric's unit a week. */
export type ArrivalRefusal =
  | { readonly kind: 'flat'; readonly short: number; readonly long: number }
  | { readonly kind: 'away'; readonly perWeek: number };

/** The first days on which the far end of the range and its middle meet a value; null where not within 26 weeks. There is no last day: in most cases none could be named. */
export type Arrival = {
  readonly earliest: Day | null;
  readonly about: Day | null;
  readonly refused: ArrivalRefusal | null;
};

export type Aim = { readonly value: number; readonly direction: 'up' | 'down' };

/** A pace that is told as none: under 0.05 points of a rate, 0.05 of a count a week. */
const flatPerWeek: Record<Unit, number> = { ratio: 0.0005, people: 0.05, licences: 0.05 };

/** Whether an amount, as it is told, is at the value or beyond it on its side. */
export const meetsAsShown = (unit: Unit, { value, direction }: Aim, amount: number): boolean => {
  const missing = value - shownAmount(unit, amount, value);
  return direction === 'up' ? missing <= 1e-10 : missing >= -1e-10;
};

/** From `today` on: whatever the law would have expected of the days before, they are over. */
export function arrivalOf(forecast: Forecast, aim: Aim, today: Day): Arrival {
  const { unit, last, law } = forecast;
  const met = meetsAsShown(unit, aim, last.value);
  if (met) return { earliest: today, about: today, refused: null };
  const towards = aim.direction === 'up' ? law.pace : -law.pace;
  if (Math.abs(law.pace) < flatPerWeek[unit]) return refusedFor({ kind: 'flat', short: law.short, long: law.long });
  if (towards < 0) return refusedFor({ kind: 'away', perWeek: law.pace });
  const far = aim.direction === 'up' ? 'high' : 'low';
  const dayWhen = (end: keyof Reach) => firstDay(forecast, today, (reach) => meetsAsShown(unit, aim, reach[end]));
  return { earliest: dayWhen(far), about: dayWhen('middle'), refused: null };
}

const refusedFor = (refused: ArrivalRefusal): Arrival => ({ earliest: null, about: null, refused });

function firstDay(forecast: Forecast, today: Day, met: (reach: Reach) => boolean): Day | null {
  const { last, assigned } = forecast;
  const metAfter = (days: number) => met(expectedOn(forecast, addDays(last.day, days)));
  const [first, end] = [Math.max(0, daysBetween(last.day, today)), furthestWeeks * 7];
  // A falling number of licences can close what was open for a while: then every day is asked.
  const after = assigned && assigned.law.pace < 0 ? firstOfAll(first, end, metAfter) : bisected(first, end, metAfter);
  return after === null ? null : addDays(last.day, after);
}

function firstOfAll(first: number, end: number, met: (days: number) => boolean): number | null {
  for (let days = first; days <= end; days += 1) if (met(days)) return days;
  return null;
}

/** Once met, it stays met. */
function bisected(first: number, end: number, met: (days: number) => boolean): number | null {
  if (!met(end)) return null;
  let [low, high] = [first, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (met(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
