import { addDays, type Day, daysBetween } from '@/lib/domain/day';
import { pixels, tenths } from './line';
import type { Scale } from './scale';

export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Where things are in the headline chart: days to pixels across, values to pixels down. */
export type Frame = {
  readonly plot: Plot;
  readonly from: Day;
  readonly to: Day;
  readonly dayWidth: number;
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
};

const fewestDays = 28;
const headroom = 11.5;

/** A short history keeps room for the days to come. */
export const lastDayOf = (from: Day, days: number): Day => addDays(from, Math.max(fewestDays, days) - 1);

export function frameOf(plot: Plot, scale: Scale, { from, to }: { from: Day; to: Day }): Frame {
  const dayWidth = (plot.right - plot.left) / daysBetween(from, to);
  const perUnit = (plot.bottom - plot.top - headroom) / (scale.high - scale.low);
  return {
    plot,
    from,
    to,
    dayWidth,
    x: (day) => plot.left + daysBetween(from, day) * dayWidth,
    y: (value) => plot.bottom - (value - scale.low) * perUnit,
  };
}

/** To a tenth of a pixel. */
export const round = (inPixels: number): number => pixels(tenths(inPixels));
