/**
 * To a whole number, halves away from zero, so that a fall looks like the rise it mirrors; `+ 0` keeps -0 out. A hair below a half is
 * one: binary fractions fall short, 23 / 80 x 1000 is 287.49999999999994.
 */
export const roundHalf = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount) + 1e-9) + 0;
