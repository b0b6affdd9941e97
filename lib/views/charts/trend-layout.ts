import { type Day, eachDay, weekday } from '@/lib/domain/day';
import { daysAhead } from './ahead';
import { type ChartLayout, type ChartLine, type Strip, toneOf } from './chart-layout';
import type { ChartSpec, SpecForecast, SpecLine, SpecValues } from './chart-spec';
import { flagsOf, rowsOf } from './flags';
import type { Point } from './line';
import { axisNote } from './scale';
import { timeTicks } from './time-axis';
import { type Frame, frameOf, isNarrow, round, tickWords } from './trend-frame';
import { labelsOf, roomForNames } from './trend-labels';

const mostFlagRows = 3;

/** Lays a trend out for one width: by the server for the usual ones, in the browser for its own. */
export function trendLayout(spec: ChartSpec, { width, height }: { width: number; height: number }): ChartLayout {
  const narrow = isNarrow(width);
  const right = roomForNames(spec, { width, narrow });
  const flags = flagsOf(spec, { ...frameOf(spec, { width, height, right, flagRows: 0 }), rows: mostFlagRows });
  const frame = frameOf(spec, { width, height, right, flagRows: rowsOf(flags) });
  const lines = spec.lines.map((line, index) => lineOf(spec, frame, { line, tone: toneOf(index) }));
  const gaps = spec.gaps.map((gap) => stripOf(spec, frame, gap));
  const now = spec.today > spec.from && spec.today < spec.to ? frame.x(spec.today) : null;
  return {
    width,
    height,
    plot: frame.plot,
    range: frame.range,
    yTicks: frame.scale.ticks.map((tick) => ({ y: frame.y(tick), text: tickWords(spec, tick) })),
    xTicks: xTicksOf(spec, frame),
    axisNote: axisNote(tickWords(spec, frame.scale.low), frame.scale),
    weekends: weekendsOf(spec, frame),
    gaps,
    places: [...spec.slots.map(({ x }) => x), ...daysAhead(spec)].map(frame.x),
    lines,
    bands: spec.forecasts.map((forecast) => bandOf(frame, forecast)),
    targets: spec.targets.map(({ value, from, to, due }) => ({
      from: frame.x(from),
      to: frame.x(to),
      y: frame.y(value),
      ring: due,
    })),
    flags,
    now,
    labels: labelsOf(spec, frame, { lines, gaps, now, flags }),
  };
}

function lineOf(spec: ChartSpec, frame: Frame, { line, tone }: { line: SpecLine; tone: ChartLine['tone'] }): ChartLine {
  const points = pointsOf(spec, frame, line);
  const last = points.findLast((point) => point !== null);
  return {
    tone,
    points,
    previous: line.previous ? pointsOf(spec, frame, line.previous) : [],
    end: last ? { x: last.x / 10, y: last.y / 10 } : null,
  };
}

const pointsOf = ({ slots }: ChartSpec, frame: Frame, { values }: SpecValues): (Point | null)[] =>
  slots.map(({ x }, index) => {
    const value = values[index] ?? null;
    return value === null ? null : { x: Math.round(frame.x(x) * 10), y: Math.round(frame.y(value) * 10) };
  });

function xTicksOf(spec: ChartSpec, { plot, x }: Frame): ChartLayout['xTicks'] {
  return timeTicks(spec, plot.right - plot.left, spec.today).map(({ day, text }) => {
    const at = x(day);
    const anchor = at - plot.left < 12 ? 'start' : plot.right - at < 12 ? 'end' : 'middle';
    return { x: at, anchor, text };
  });
}

/** Longer than this they are a pattern upon the line, and tell nothing. */
const mostDaysWithWeekends = 42;

/** Saturdays and Sundays, while a day is wide enough to be told. Midnight is half a day before the point. */
function weekendsOf(spec: ChartSpec, { plot, dayWidth, x }: Frame): Strip[] {
  if (dayWidth < 3.5 || spec.slots.length > mostDaysWithWeekends || spec.slots[0]?.week !== null) return [];
  return eachDay(spec.from, spec.to)
    .filter((day, index) => weekday(day) === 6 || (index === 0 && weekday(day) === 7))
    .map((day) => {
      const begin = Math.max(plot.left, x(day) - dayWidth / 2);
      const end = Math.min(plot.right, x(day) + dayWidth * (weekday(day) === 6 ? 1.5 : 0.5));
      return { x: round(begin), width: round(end - begin) };
    });
}

/** From the last captured day to the next one: where the line is missing. */
function stripOf(spec: ChartSpec, { x }: Frame, { from, to }: ChartSpec['gaps'][number]): Strip {
  const last = spec.slots.at(-1)?.x ?? spec.to;
  const before = spec.slots.findLast((slot) => slot.to < from)?.x ?? spec.from;
  const after = spec.slots.find((slot) => slot.from > to)?.x ?? last;
  const begin = x(before);
  return { x: begin, width: round(Math.max(x(after) - begin, 1)) };
}

function bandOf(frame: Frame, { line, points }: SpecForecast): ChartLayout['bands'][number] {
  const corner = (day: Day, value: number) => `${frame.x(day)} ${frame.y(value)}`;
  const upper = points.map(({ day, high }) => corner(day, high));
  const lower = points.toReversed().map(({ day, low }) => corner(day, low));
  const middle = points.map(({ day, middle: value }) => corner(day, value));
  return { tone: toneOf(line), band: `M${[...upper, ...lower].join('L')}Z`, middle: `M${middle.join('L')}` };
}
