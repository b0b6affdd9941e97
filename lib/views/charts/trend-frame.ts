import { type Day, daysBetween } from '@/lib/domain/day';
import { countWords } from '../words/numbers';
import type { PlotArea } from './chart-layout';
import type { ChartSpec } from './chart-spec';
import { tenths } from './line';
import { countScale, rateScale, type Scale } from './scale';
import { textWidth } from './text-width';

export const lineHeight = 14;
export const flagRow = 14;

/** Where things are: days to pixels across, values to pixels down. */
export type Frame = {
  readonly plot: PlotArea;
  readonly width: number;
  readonly narrow: boolean;
  readonly scale: Scale;
  readonly range: { readonly low: number; readonly high: number };
  readonly dayWidth: number;
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
};

const headroom = 12;

export type Room = {
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly flagRows: number;
};

export const isNarrow = (width: number): boolean => width < 560;

export function frameOf(spec: ChartSpec, { width, height, right, flagRows }: Room): Frame {
  const scale = scaleOf(spec);
  const ticks = scale.ticks.map((tick) => textWidth(tickWords(spec, tick)));
  const plot = {
    left: Math.max(34, Math.ceil(Math.max(...ticks)) + 12),
    right: width - right,
    top: 18 + flagRows * flagRow,
    bottom: height - 24 - (scale.low > 0 ? lineHeight : 0),
  };
  const days = Math.max(1, daysBetween(spec.from, spec.to));
  const dayWidth = (plot.right - plot.left) / days;
  const perUnit = (plot.bottom - plot.top - headroom) / (scale.high - scale.low);
  return {
    plot,
    width,
    narrow: isNarrow(width),
    scale,
    range: { low: scale.low, high: scale.low + (plot.bottom - plot.top) / perUnit },
    dayWidth,
    x: (day) => round(plot.left + daysBetween(spec.from, day) * dayWidth),
    y: (value) => round(plot.bottom - (value - scale.low) * perUnit),
  };
}

export const tickWords = ({ unit }: Pick<ChartSpec, 'unit'>, tick: number): string =>
  unit === 'ratio' ? `${Math.round(tick * 100)}%` : countWords(tick);

/** To a tenth of a pixel. */
export const round = (inPixels: number): number => tenths(inPixels) / 10;

/** All that is drawn counts: the lines, those before, targets and forecasts. */
function scaleOf(spec: ChartSpec): Scale {
  const drawn = [
    ...spec.lines.flatMap(({ values, previous }) => [...values, ...(previous?.values ?? [])]),
    ...spec.targets.map(({ value }) => value),
    ...spec.forecasts.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
  ].filter((value) => value !== null);
  const low = drawn.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = drawn.reduce((most, value) => Math.max(most, value), 0);
  const least = Number.isFinite(low) ? Math.max(0, low) : 0;
  return spec.unit === 'ratio' ? rateScale(least, high, 2) : countScale(least, high);
}
