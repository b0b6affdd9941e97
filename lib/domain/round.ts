/**
 * To a whole number, halves away from zero, so that a fall looks like the rise it mirrors; `+ 0` keeps -0 out. A hair below a half is
 * one: binary fractions fall short, 23 / 80 x 1000 is 287.49999999999994.
 */
export const roundHalf = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount) + 1e-9) + 0;

/**
 * A ratio in steps of a percentage with so many decimals: 619 of 0.619 with one. What is not 0% or 100% never rounds to it, but
 * stays half a step beside it.
 */
export function percentSteps(ratio: number, decimals: number): number {
  const whole = 100 * 10 ** decimals;
  const steps = roundHalf(ratio * whole);
  if (steps === 0 && ratio > 0) return 0.5;
  return steps === whole && ratio !== 1 ? whole + Math.sign(ratio - 1) / 2 : steps;
}
