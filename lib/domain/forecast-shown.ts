import type { Reach } from './forecast';
import type { Unit } from './metrics/metric';
import { percentSteps, roundHalf } from './round';

/**
 * How many decimals of a percentage a chosen ratio is told and judged with: one, or as many as were chosen, at most six.
 * @example chosenDecimals(0.75) // 1
 * @example chosenDecimals(0.9999) // 2
 */
export const chosenDecimals = (ratio: number): number =>
  [1, 2, 3, 4, 5].find((decimals) => Math.abs(ratio - roundHalf(ratio * whole(decimals)) / whole(decimals)) < 1e-10) ??
  6;

/**
 * An amount as it is told and judged beside a chosen one: whole people, a rate to a tenth of a percent, or as finely as the chosen
 * is. A rate is only all or nothing when it is: else it lies half a step beside it.
 * @example shownAmount('people', 399.6) // 400
 * @example shownAmount('ratio', 0.61961) // 0.62
 * @example shownAmount('ratio', 0.99996) // 0.9995
 * @example shownAmount('ratio', 0.99985, 0.9999) // 0.9999
 */
export function shownAmount(unit: Unit, amount: number, chosen = 0): number {
  if (unit !== 'ratio') return roundHalf(amount);
  const decimals = chosenDecimals(chosen);
  return percentSteps(amount, decimals) / whole(decimals);
}

const whole = (decimals: number): number => 100 * 10 ** decimals;

/** Whole people of a count; a rate stays as it is, and is judged by `shownAmount`. */
export const wholeReach = (unit: Unit, { low, middle, high }: Reach): Reach =>
  unit === 'ratio' ? { low, middle, high } : { low: roundHalf(low), middle: roundHalf(middle), high: roundHalf(high) };
