import { addDays } from './day';

/**
 * The row to compare `day` with: seven days earlier, or when that day is a gap the nearest earlier one within three days
 * (its own `day` says which). `null` when there is none. `rows` are in order of day.
 */
export function weekBefore<R extends { readonly day: string }>(rows: readonly R[], day: string): R | null {
  const wanted = addDays(day, -7);
  const nearest = rows.findLast((row) => row.day <= wanted);
  return nearest && nearest.day >= addDays(wanted, -3) ? nearest : null;
}

export const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

export type Fraction = { readonly part: number | null; readonly base: number | null };

/** A change of a rate in percentage points, to one decimal, split so that `people + base` is exactly `total`. */
export type Split = { readonly total: number; readonly people: number; readonly base: number };

/** The people and base parts of a rate's change, ratios, not rounded; `null` when a number is unknown or a base is 0. */
export function partsOfChange(before: Fraction, after: Fraction): { people: number; base: number } | null {
  if (before.part === null || after.part === null || !before.base || !after.base) return null;
  return {
    people: ((after.part - before.part) * (1 / before.base + 1 / after.base)) / 2,
    base: ((before.part + after.part) / 2) * (1 / after.base - 1 / before.base),
  };
}

/** Total and base part are rounded, the people part is the rest, so that what is printed adds up. */
export function splitOf(before: Fraction, after: Fraction): Split | null {
  const parts = partsOfChange(before, after);
  if (!parts) return null;
  const total = tenthsOfPoint(parts.people + parts.base);
  const base = tenthsOfPoint(parts.base);
  return { total: total / 10, people: (total - base) / 10, base: base / 10 };
}

/** Halves round away from zero, so that a fall looks like the rise it mirrors; `+ 0` keeps -0 out. */
const tenthsOfPoint = (ratio: number): number => Math.sign(ratio) * Math.round(Math.abs(ratio) * 1000) + 0;
