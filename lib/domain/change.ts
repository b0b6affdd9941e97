import { addDays, type Day } from './day';
import { percentSteps, roundHalf } from './round';

/**
 * The row to compare `day` with: seven days earlier, or when that day is a gap the nearest earlier one within three days
 * (its own `day` says which). `null` when there is none. `rows` are in order of day.
 * @example weekBefore([{ day: '2026-11-13' }, { day: '2026-11-19' }], '2026-11-22') // { day: '2026-11-13' }
 * @example weekBefore([{ day: '2026-11-11' }, { day: '2026-11-19' }], '2026-11-22') // null
 */
export function weekBefore<R extends { readonly day: Day }>(rows: readonly R[], day: Day): R | null {
  const wanted = addDays(day, -7);
  const nearest = rows.findLast((row) => row.day <= wanted);
  return nearest && nearest.day >= addDays(wanted, -3) ? nearest : null;
}

/**
 * After minus before, in the unit of both (a count, or a ratio of which 0.01 is one point); `null` when one is unknown.
 * @example difference(null, 420) // null
 */
export const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

/**
 * Whether a change is that of a week: 6 to 8 days lie between its ends. Over any other span it is told with its days, and is no
 * record.
 * @example isWeekApart(13) // false
 */
export const isWeekApart = (days: number): boolean => days >= 6 && days <= 8;

/** What a rate is made of: two counts, `null` where unknown. */
export type Fraction = { readonly part: number | null; readonly base: number | null };

/** A change of a rate in percentage points, to one decimal unless more are asked for, split so that `people + base` is exactly `total`. */
export type Split = { readonly total: number; readonly people: number; readonly base: number };

/**
 * The people and base parts of a rate's change, ratios, not rounded; `null` when a number is unknown or a base is 0. Each part is
 * the mean of what it makes when it moves first and when it moves last (Shapley's value for two), so that neither comes before
 * the other and both add up: people (p2 - p1)(1/b1 + 1/b2) / 2, base (p1 + p2) / 2 (1/b2 - 1/b1).
 */
export function partsOfChange(before: Fraction, after: Fraction): { people: number; base: number } | null {
  if (before.part === null || after.part === null || !before.base || !after.base) return null;
  return {
    people: ((after.part - before.part) * (1 / before.base + 1 / after.base)) / 2,
    base: ((before.part + after.part) / 2) * (1 / after.base - 1 / before.base),
  };
}

/**
 * The same in percentage points. Total and base part are rounded, the people part is the rest, so that what is printed adds up.
 * @example splitOf({ part: 250, base: 414 }, { part: 260, base: 420 }) // { total: 1.5, people: 2.4, base: -0.9 }
 * @example splitOf({ part: 0, base: 0 }, { part: 260, base: 420 }) // null
 */
export function splitOf(before: Fraction, after: Fraction, decimals = 1): Split | null {
  const parts = partsOfChange(before, after);
  if (!parts) return null;
  const steps = 10 ** decimals;
  const total = roundHalf((parts.people + parts.base) * 100 * steps);
  const base = roundHalf(parts.base * 100 * steps);
  return { total: total / steps, people: (total - base) / steps, base: base / steps };
}

/** Why a rate's change has no parts to tell: its base changed by more than a quarter, or a number is unknown or a base 0. */
export type NoSplit = 'base-moved' | 'unknown';

/**
 * Whether the base changed by more than a quarter of what it was: the two parts then are larger than the change they explain and
 * tell a reader nothing. False when a base is unknown.
 * @example hasBaseMoved({ part: 23, base: 9 }, { part: 266, base: 286 }) // true
 * @example hasBaseMoved({ part: 240, base: 400 }, { part: 300, base: 500 }) // false
 */
export const hasBaseMoved = (before: Fraction, after: Fraction): boolean =>
  before.base !== null && after.base !== null && 4 * Math.abs(after.base - before.base) > before.base;

// Up to ten million licences no ratio is nearer to 0 or 1 than the fifth decimal of its percentage shows.
const mostDecimals = 5;

/**
 * How many decimals (1 to 5) of a percentage two ratios and their change need so as not to contradict each other: one, unless the
 * rates then look different and their change like none, or the other way round. One as well when a ratio is unknown.
 * @example decimalsFor(0.76949, 0.76951) // 2
 * @example decimalsFor(0.9996, 1) // 2
 */
export function decimalsFor(before: number | null, after: number | null): number {
  if (before === null || after === null) return 1;
  for (let decimals = 1; decimals < mostDecimals; decimals += 1) {
    const scale = 100 * 10 ** decimals;
    const looksSame = percentSteps(before, decimals) === percentSteps(after, decimals);
    if (looksSame === (roundHalf((after - before) * scale) === 0)) return decimals;
  }
  return mostDecimals;
}
