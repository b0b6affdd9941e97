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
 * apart they may be, in units of the lowest. It never shows less than five points, and ends at 100% unless a value lies above.
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

/** Less than this share of the highest count fills no chart: a step of one person in five hundred is no cliff. */
const leastShare = 0.1;

/**
 * A count's axis begins at 0 unless the line would then keep to its upper half; it ends at the lowest round number that takes two
 * or three steps, and shows at least a tenth of the highest count.
 */
export function countScale(low: number, high: number): Scale {
  if (high - low >= high / 2) return stepsBetween(0, high);
  const least = Math.max(2, high * leastShare);
  const missing = Math.max(0, least - (high - low)) / 2;
  const floor = Math.max(0, Math.floor(low - missing));
  return stepsBetween(floor, Math.ceil(Math.max(high + missing, floor + least)));
}

/** Below the days, where an axis begins higher than its reader may think; null where it begins at 0. */
export const axisNote = (lowest: string, { low }: Scale): string | null =>
  low > 0 ? `The axis begins at ${lowest}, not at 0` : null;

function stepsBetween(floor: number, high: number): Scale {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(high - floor, 2)));
  const fits = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10]
    .map((factor) => factor * magnitude)
    .filter((step) => Number.isInteger(step))
    .map((step) => {
      const low = Math.floor(floor / step + 1e-9) * step;
      return { step, low, count: Math.max(2, Math.ceil((high - low) / step - 1e-9)) };
    })
    .filter(({ count }) => count <= 3)
    .sort((a, b) => a.step * a.count - b.step * b.count || a.step - b.step);
  const { step, low, count } = fits[0] ?? { step: 1, low: floor, count: 2 };
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step);
  return { low, high: low + step * count, step, ticks };
}

const intervals = (low: number, high: number, step: number): number =>
  Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9);
