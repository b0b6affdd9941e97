import { daysBetween } from './day';
import type { Target } from './target';
import type { Known } from './target-standing';

/**
 * What is missing. `amount`: for a rate, people of its part at the newest base; for a count, the count itself; negative when fewer are
 * wanted. `perWeek`: from today to the due day, with the base moving on at its pace as far as there are licences; null when no time is
 * left. `basePerWeek`: what the base moves by in that reckoning; null for a count, and when no time is left.
 */
export type Need = {
  readonly amount: number;
  readonly perWeek: number | null;
  readonly basePerWeek: number | null;
};

type Options = { readonly daysLeft: number; readonly basePacePerWeek: number | null };

export function needOf(target: Target, now: Known, { daysLeft, basePacePerWeek }: Options): Need {
  const amount = missing(target, now, now.base);
  if (daysLeft <= 0) return { amount, perWeek: null, basePerWeek: null };
  const weeksAhead = daysBetween(now.day, target.dueDay) / 7;
  const base = baseAhead(now, (basePacePerWeek ?? 0) * weeksAhead);
  return {
    amount,
    perWeek: (missing(target, now, base) / daysLeft) * 7,
    basePerWeek: base === null || now.base === null ? null : (base - now.base) / weeksAhead,
  };
}

/** No base outgrows the licences there are; null for a count. */
function baseAhead({ base, licences }: Known, moved: number): number | null {
  if (base === null) return null;
  return Math.min(Math.max(base, licences ?? Number.POSITIVE_INFINITY), Math.max(0, base + moved));
}

/** Whole people. A hair below a whole number is that number: 0.07 x 100 is 7, not 8. */
function missing({ value, direction }: Target, { part }: Known, base: number | null): number {
  const wanted = base === null ? value : value * base;
  const whole = direction === 'up' ? Math.ceil(wanted - 1e-9) : Math.floor(wanted + 1e-9);
  return direction === 'up' ? Math.max(0, whole - part) : Math.min(0, whole - part) + 0;
}
