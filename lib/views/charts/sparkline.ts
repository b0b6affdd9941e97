import { linePath, type Point, pixels, tenths } from './line';

/** `end` is where the newest value's dot goes; `null` when there is no value at all. */
export type Sparkline = {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
};

const width = 92;
const height = 24;
const margin = { left: 1, right: 5, top: 4.5, bottom: 3.5 };

/** One value a day, oldest first, on its own scale; `null` leaves a hole. An unmoved value runs through the middle. */
export function sparkline(values: readonly (number | null)[]): Sparkline {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const step = (width - margin.left - margin.right) / Math.max(1, values.length - 1);
  const depth = height - margin.top - margin.bottom;
  const points = values.map((value, index): Point | null => {
    if (value === null) return null;
    const share = high > low ? (high - value) / (high - low) : 0.5;
    return { x: tenths(margin.left + index * step), y: tenths(margin.top + share * depth) };
  });
  const end = points.findLast((point) => point !== null);
  return { width, height, path: linePath(points), end: end ? { x: pixels(end.x), y: pixels(end.y) } : null };
}
