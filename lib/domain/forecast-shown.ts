import type { Reach } from './forecast';
import type { Unit } from './metrics/metric';
import { roundHalf } from './round';

/**
 * An amount as it is told and judged: whole people, a rate to a tenth of a percent. A rate is only all or nothing when it is.
 * @example shownAmount('people', 399.6) // 400
 * @example shownAmount('ratio', 0.61961) // 0.62
 * @example shownAmount('ratio', 0.99996) // 0.999
 */
export function shownAmount(unit: Unit, amount: number): number {
  if (unit !== 'ratio') return roundHalf(amount);
  const rounded = roundHalf(amount * 1000) / 1000;
  if (rounded === 1 && amount < 1) return 0.999;
  return rounded === 0 && amount > 0 ? 0.001 : rounded;
}

/** Whole people of a count; a rate stays as it is, and is judged by `shownAmount`. */
export const wholeReach = (unit: Unit, { low, middle, high }: Reach): Reach =>
  unit === 'ratio' ? { low, middle, high } : { low: roundHalf(low), middle: roundHalf(middle), high: roundHalf(high) };
