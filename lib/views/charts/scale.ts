/** Round gridlines for values from `low` to `high`: at most four, the lowest first. */
export type Scale = {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly ticks: readonly number[];
};

const steps = [0.05, 0.1, 0.2, 0.25, 0.5];

/**
 * A rate's axis begins at 0 when that costs no shape, and higher when all values lie close together far above: `close` is how far
 * apart they may be, in units of the lowest.
 */
export function rateScale(low: number, high: number, close = 0.4): Scale {
  const floor = high - low < close * low ? low : 0;
  const step = steps.find((each) => intervals(floor, high, each) <= 3) ?? Math.ceil(high);
  const onOneLine = intervals(floor, high, step) === 0 && floor > 0;
  const bottom = (Math.floor(floor / step + 1e-9) - (onOneLine ? 1 : 0)) * step;
  const count = Math.max(1, intervals(bottom, high, step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => Math.round((bottom + index * step) * 100) / 100);
  return { low: bottom, high: bottom + count * step, step, ticks };
}

/** A count's axis begins at 0 and ends at the lowest round number that takes two or three steps. */
export function countScale(high: number): Scale {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(high, 2)));
  const fits = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10]
    .map((factor) => factor * magnitude)
    .filter((step) => Number.isInteger(step))
    .map((step) => ({ step, count: Math.max(2, Math.ceil(high / step - 1e-9)) }))
    .filter(({ count }) => count <= 3)
    .sort((a, b) => a.step * a.count - b.step * b.count || a.step - b.step);
  const { step, count } = fits[0] ?? { step: 1, count: 2 };
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return { low: 0, high: step * count, step, ticks };
}

const intervals = (low: number, high: number, step: number): number =>
  Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9);
