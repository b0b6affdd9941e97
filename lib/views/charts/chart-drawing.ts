import { daysBetween } from '@/lib/domain/day';
import { countWords } from '../words';
import { type DrawnLine, type DrawnPrevious, drawLines, drawPrevious } from './chart-lines';
import type { ChartFlag, ChartForecast, ChartSpec, ChartTarget } from './chart-spec';
import { type DrawnFlag, drawFlags } from './flags';
import { type Anchor, type DrawnLabel, type Frame, frameOf, round, spotAt } from './frame';
import { type GapLabel, gapLabels, type Plot, stripOf } from './gap-strips';
import { timeTicks, weekendsIn } from './time-axis';

type Box = { readonly x: number; readonly width: number };

/** A chart in pixels: whoever lays it out adds nothing but elements and classes. Lines are in the order of the spec. */
export type DrawnChart = {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly anchor: Anchor; readonly text: string }[];
  readonly weekends: readonly Box[];
  readonly gaps: readonly Box[];
  readonly gapLabels: readonly GapLabel[];
  readonly lines: readonly DrawnLine[];
  readonly previous: readonly DrawnPrevious[];
  readonly targets: readonly {
    readonly path: string;
    readonly ring: { readonly x: number; readonly y: number };
    readonly label: DrawnLabel;
  }[];
  readonly forecasts: readonly { readonly path: string; readonly band: string; readonly label: DrawnLabel }[];
  readonly flags: readonly DrawnFlag[];
  readonly today: { readonly x: number; readonly label: DrawnLabel } | null;
};

const sizes = {
  wide: { width: 1158, height: 360, left: 40, right: 1142, top: 44, bottom: 336, names: 120 },
  narrow: { width: 342, height: 300, left: 40, right: 332, top: 40, bottom: 276, names: 92 },
} as const;

const mostWeekendDays = 92;
const labelHeight = 14;

export type ChartSize = keyof typeof sizes;

/** The picture of a spec; redrawn for another width, never scaled. */
export function drawChart(spec: ChartSpec, size: ChartSize): DrawnChart {
  const { width, height, left, right, top, bottom, names } = sizes[size];
  const beside = spec.lines.length > 1 && spec.forecasts.length === 0;
  const plot = { left, right: beside ? right - names : right, top, bottom };
  const frame = frameOf(spec, plot);
  const spots = spec.lines.map(({ points }) => points.map(({ day, value }) => spotAt(frame, day, value)));
  const last = spec.lines[0]?.points.findLast(({ takenDay }) => takenDay !== null)?.day ?? spec.from;
  const strips = spec.gaps.flatMap((gap) => stripOf(frame, gap, last));
  return {
    width,
    height,
    plot,
    yTicks: spec.scale.ticks.map((tick) => ({
      y: round(frame.y(tick)),
      text: spec.rate ? `${Math.round(tick * 100)}%` : countWords(tick),
    })),
    xTicks: timeTicks(spec.from, spec.to, size === 'narrow').map(({ day, text }) => ({
      x: round(frame.x(day)),
      anchor: anchorAt(round(frame.x(day)), plot),
      text,
    })),
    weekends: weekendBoxes(spec, frame),
    gaps: strips.map(({ x, width: wide }) => ({ x, width: wide })),
    gapLabels: gapLabels(plot, strips, spots.flat()),
    lines: drawLines(spec, frame, beside),
    previous: drawPrevious(spec, frame),
    targets: spec.targets.map((target) => targetOf(target, frame)),
    forecasts: spec.forecasts.map((forecast) => forecastOf(forecast, frame)),
    flags: drawFlags(
      spec.flags.map((flag: ChartFlag) => ({ ...flag, x: round(frame.x(flag.from)) })),
      { top, right: width },
    ),
    today: spec.today === null ? null : todayOf(spec.today, frame),
  };
}

function weekendBoxes({ from, to, interval, lines }: ChartSpec, { x, plot }: Frame): Box[] {
  const days = lines[0]?.points ?? [];
  if (interval === 'week' || days.length > mostWeekendDays) return [];
  const half = (plot.right - plot.left) / Math.max(1, daysBetween(from, to)) / 2;
  return weekendsIn(from, days.at(-1)?.day ?? to).map((weekend) => {
    const start = Math.max(plot.left, x(weekend.from) - half);
    return { x: round(start), width: round(Math.min(plot.right, x(weekend.to) + half) - start) };
  });
}

function targetOf({ from, to, value, text }: ChartTarget, { x, y, plot }: Frame): DrawnChart['targets'][number] {
  const [start, end, height] = [round(x(from)), round(x(to)), round(y(value))];
  const above = height - 8 > plot.top - 6;
  return {
    path: `M${start} ${height}H${end}`,
    ring: { x: end, y: height },
    label: {
      x: end,
      y: above ? height - 8 : height + 16,
      anchor: end - plot.left < 140 ? 'start' : 'end',
      lines: [text],
    },
  };
}

function forecastOf({ points, lines }: ChartForecast, { x, y, plot }: Frame): DrawnChart['forecasts'][number] {
  const at = (pick: (point: ChartForecast['points'][number]) => number) =>
    points.map((point) => `${round(x(point.day))} ${round(clamp(y(pick(point)), plot))}`);
  const [high, low] = [at((point) => point.high), at((point) => point.low)];
  const end = points.at(-1);
  const height = end ? y(end.low) + 2 * labelHeight : plot.bottom;
  return {
    path: `M${at(({ middle }) => middle).join('L')}`,
    band: `M${[...high, ...low.toReversed()].join('L')}Z`,
    label: { x: plot.right, y: round(Math.min(height, plot.bottom - 22)), anchor: 'end', lines: [...lines] },
  };
}

const todayOf = (today: string, { x, plot }: Frame): NonNullable<DrawnChart['today']> => {
  const at = round(x(today));
  return { x: at, label: { x: at + 5, y: plot.bottom - 8, anchor: 'start', lines: ['today'] } };
};

const clamp = (value: number, { top, bottom }: Plot): number => Math.min(bottom, Math.max(top, value));

const anchorAt = (at: number, { left, right }: Plot): Anchor =>
  at - left < 12 ? 'start' : right - at < 12 ? 'end' : 'middle';
