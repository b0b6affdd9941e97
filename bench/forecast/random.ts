/** Repeatable numbers (mulberry32), and what simulated roll-outs draw from them. */
export type Random = {
  /** From 0 up to 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  readonly normal: () => number;
  /** How many of `count` people do what each does with `chance`. */
  readonly some: (count: number, chance: number) => number;
};

export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const between = (low: number, high: number) => low + next() * (high - low);
  const some = (count: number, chance: number) => {
    const share = Math.min(1, Math.max(0, chance));
    if (count > 60) {
      const drawn = count * share + Math.sqrt(count * share * (1 - share)) * normal();
      return Math.min(count, Math.max(0, Math.round(drawn)));
    }
    let taken = 0;
    for (let one = 0; one < count; one += 1) if (next() < share) taken += 1;
    return taken;
  };
  return { next, between, normal, some };
}
