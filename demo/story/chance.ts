/** A number from 0 to 1 (never 1) that is always the same for the same numbers: the story's dice. */
export function chance(...of: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of of) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}

/** A whole number from `least` to `most`, by the same dice. */
export const pick = (least: number, most: number, ...of: readonly number[]): number =>
  least + Math.floor(chance(...of) * (most - least + 1));
