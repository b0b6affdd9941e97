import { daysBetween } from '@/lib/domain/day';
import type { ChartSpec } from './chart-spec';
import type { Plot } from './gap-strips';
import { pixels, type Spot, tenths } from './line';

export type Anchor = 'start' | 'middle' | 'end';
export type DrawnLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly lines: readonly string[];
};

/** Where days and values lie in a plot; a day outside of the axis lies on its edge. */
export type Frame = {
  readonly plot: Plot;
  readonly from: string;
  readonly to: string;
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
};

export function frameOf({ from, to, scale }: Pick<ChartSpec, 'from' | 'to' | 'scale'>, plot: Plot): Frame {
  const days = Math.max(1, daysBetween(from, to));
  const perDay = (plot.right - plot.left) / days;
  const perUnit = (plot.bottom - plot.top) / (scale.high - scale.low);
  return {
    plot,
    from,
    to,
    x: (day) => plot.left + Math.max(0, Math.min(days, daysBetween(from, day))) * perDay,
    y: (value) => plot.bottom - (value - scale.low) * perUnit,
  };
}

export const spotAt = ({ x, y }: Frame, day: string | undefined, value: number | null): Spot | null =>
  value === null || day === undefined ? null : { x: tenths(x(day)), y: tenths(y(value)) };

export const round = (inPixels: number): number => pixels(tenths(inPixels));
