import { addDays, type Day, daysBetween } from './day';
import type { Unit } from './metrics/metric';

export type DayValue = { readonly day: Day; readonly value: number };

/** The window of pace and forecast, and how many snapshots it must hold. */
export const forecastDays = 56;
export const fewestSnapshots = 21;

/** A change a week that is shown as zero is none: 0.05 points of a rate, 0.05 of a count. */
const flatPerWeek: Record<Unit, number> = { ratio: 0.0005, people: 0.05, licences: 0.05 };
const furthestDays = 3650;

/** 80% of a t distribution lies within plus and minus this, by degrees of freedom from 1 to 8. */
const t80 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397];

export type Pace = {
  /** The newest value, where every forecast starts. */
  readonly last: DayValue;
  readonly first: DayValue;
  readonly perWeek: number;
  /** The lowest and the highest value of the window. */
  readonly low: number;
  readonly high: number;
  readonly snapshots: number;
  /** How far a week's change strays from the pace: a standard deviation in the value's unit, and its degrees of freedom. */
  readonly spread: number;
  readonly freedom: number;
};

/** Why there is no forecast: how many snapshots there are, between which values it stayed, or the pace that leads away. */
export type ForecastRefusal =
  | { readonly kind: 'too-few'; readonly snapshots: number }
  | { readonly kind: 'flat'; readonly low: number; readonly high: number }
  | { readonly kind: 'away'; readonly perWeek: number };

export type Forecast = Pace & { readonly unit: Unit };

/** In the unit of the metric: counts are not rounded, rates are ratios. */
export type Reach = { readonly low: number; readonly middle: number; readonly high: number };

/**
 * The pace of the last eight weeks, or null without two snapshots. A count moves like a random walk with drift, so the method is
 * the drift method (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.2 and 5.5): the pace is the
 * mean change, and its spread is measured on weekly changes, because days within a week are alike. Changes over gaps count with
 * the days they took; nothing is interpolated. `values` are known values in order of day.
 */
export function paceOf(values: readonly DayValue[]): Pace | null {
  const last = values.at(-1);
  if (!last) return null;
  const inside = values.filter(({ day }) => day >= addDays(last.day, -forecastDays));
  const first = inside[0];
  if (!first || first === last) return null;
  const perDay = (last.value - first.value) / daysBetween(first.day, last.day);
  const steps = stepsOf(weeklyOf(inside, last));
  const squares = steps.map(({ days, change }) => (change - perDay * days) ** 2 / days);
  const freedom = steps.length - 1;
  const amounts = inside.map(({ value }) => value);
  return {
    last,
    first,
    perWeek: perDay * 7,
    low: Math.min(...amounts),
    high: Math.max(...amounts),
    snapshots: inside.length,
    spread: freedom > 0 ? Math.sqrt((sum(squares) / freedom) * 7) : 0,
    freedom,
  };
}

/**
 * The pace as a forecast, or why it makes none. `values` are known values in order of day, of one metric in `unit`; `wanted` is the
 * direction of the target, null without one, and then no pace leads away.
 */
export function forecastOf(
  values: readonly DayValue[],
  { unit, wanted }: { unit: Unit; wanted: 'up' | 'down' | null },
): Forecast | ForecastRefusal {
  const pace = paceOf(values);
  if (!pace || pace.snapshots < fewestSnapshots || pace.freedom < 1) {
    return { kind: 'too-few', snapshots: pace?.snapshots ?? values.length };
  }
  if (Math.abs(pace.perWeek) < flatPerWeek[unit]) return { kind: 'flat', low: pace.low, high: pace.high };
  const away = (wanted === 'up' && pace.perWeek < 0) || (wanted === 'down' && pace.perWeek > 0);
  return away ? { kind: 'away', perWeek: pace.perWeek } : { ...pace, unit };
}

export const isRefused = (forecast: Forecast | ForecastRefusal): forecast is ForecastRefusal => 'kind' in forecast;

/**
 * What to expect on `day`: the middle, and the range that holds four futures of five, were the weeks to come like those known
 * (spread x sqrt(h (1 + h / known), h and known in weeks: Hyndman and Athanasopoulos, 5.5, drift). Never below nothing, and no rate
 * above everybody. A day before the newest value gives that value.
 */
export function expectedOn(forecast: Forecast, day: Day): Reach {
  const { last, first, perWeek, spread, freedom, unit } = forecast;
  const weeks = Math.max(0, daysBetween(last.day, day) / 7);
  const known = daysBetween(first.day, last.day) / 7;
  const middle = last.value + perWeek * weeks;
  const t = t80[Math.min(freedom, t80.length) - 1] ?? 0;
  const reach = t * spread * Math.sqrt(weeks * (1 + weeks / known));
  const most = unit === 'ratio' ? Math.max(1, last.value) : Number.POSITIVE_INFINITY;
  const kept = (value: number) => Math.min(most, Math.max(0, value));
  return { low: kept(middle - reach), middle: kept(middle), high: kept(middle + reach) };
}

/** Days from the newest snapshot on. */
export type Arrival = { readonly earliest: Day; readonly middle: Day; readonly latest: Day | null };

/** When the value is reached at this pace; null when not within ten years, and `latest` null when the slow edge of the range is not. */
export function arrivalAt(forecast: Forecast, value: number): Arrival | null {
  const up = value >= forecast.last.value;
  const met = (amount: number) => (up ? amount >= value - 1e-9 : amount <= value + 1e-9);
  const dayWhen = (pick: (reach: Reach) => number): Day | null => {
    for (let days = 0; days <= furthestDays; days += 1) {
      const day = addDays(forecast.last.day, days);
      if (met(pick(expectedOn(forecast, day)))) return day;
    }
    return null;
  };
  const middle = dayWhen((reach) => reach.middle);
  if (middle === null) return null;
  const earliest = dayWhen((reach) => (up ? reach.high : reach.low)) ?? middle;
  return { earliest, middle, latest: dayWhen((reach) => (up ? reach.low : reach.high)) };
}

/** The last value of each seven days, counted back from the newest, and the window's first value when it lies apart. Oldest first. */
function weeklyOf(inside: readonly DayValue[], last: DayValue): DayValue[] {
  const byWeek = new Map<number, DayValue>();
  for (const known of inside) byWeek.set(Math.floor(daysBetween(known.day, last.day) / 7), known);
  const kept = [...byWeek.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const [oldest, first] = [kept[0], inside[0]];
  return first && oldest && daysBetween(first.day, oldest.day) >= 4 ? [first, ...kept] : kept;
}

const stepsOf = (weekly: readonly DayValue[]) =>
  weekly.slice(1).map((known, index) => {
    const before = weekly[index] ?? known;
    return { days: daysBetween(before.day, known.day), change: known.value - before.value };
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
