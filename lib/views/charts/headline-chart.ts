import { addDays, type Day, dayOfMonth, daysBetween } from '@/lib/domain/day';
import type { Gap } from '@/lib/domain/gap';
import type { Point as DayValue } from '@/lib/domain/trend';
import { fullDay, percentWords, shortDay } from '../words/numbers';
import { cutStrip, type GapLabel, type GapStrip, gapLabels, stripOf } from './gap-strips';
import {
  type DrawnTarget,
  daysAhead,
  type Outlook,
  outlookOf,
  reachedBy,
  type TargetLine,
  targetOf,
} from './headline-ahead';
import { type Frame, frameOf, lastDayOf, type Plot, round } from './headline-frame';
import { linePath, type Point, tenths } from './line';
import { axisNote, rateScale } from './scale';

type Anchor = 'start' | 'middle' | 'end';
type Label = { readonly x: number; readonly y: number; readonly anchor: Anchor };

/** A drawn chart as plain data, in pixels: whoever lays it out adds nothing but elements and classes. */
export type HeadlineChart = {
  readonly title: string;
  /** The days of the axis. */
  readonly from: Day;
  readonly to: Day;
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly line: string;
  readonly end: { readonly x: number; readonly y: number; readonly label: Label & { readonly text: string } };
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  /** Says that the axis does not begin at 0; null when it does. */
  readonly axisNote: string | null;
  readonly xTicks: readonly (Omit<Label, 'y'> & { readonly text: string })[];
  readonly gaps: readonly GapStrip[];
  readonly gapLabels: readonly GapLabel[];
  readonly target: DrawnTarget | null;
  readonly outlook: Outlook | null;
};

const sizes = {
  wide: { width: 508, height: 206, days: 182, area: { left: 34, right: 498, top: 16, bottom: 184 } },
  narrow: { width: 342, height: 204, days: 84, area: { left: 34, right: 332, top: 16, bottom: 182 } },
};
/** Below the days, where the axis does not begin at 0. */
const noteRow = 14;
type KnownPoint = { readonly day: Day; readonly value: number };

/**
 * The adoption rate, one point a day: 26 weeks when wide, 12 when narrow. `null` when no day has a value. The line begins with
 * the first known day; a short history keeps room for the days to come.
 */
export function headlineChart(
  points: readonly DayValue[],
  gaps: readonly Gap[],
  size: keyof typeof sizes,
  target: TargetLine | null = null,
): HeadlineChart | null {
  const { width, height, days, area } = sizes[size];
  const shown = points.slice(-days);
  const beginning = shown.findIndex((point) => point.value !== null);
  const drawn = shown.slice(Math.max(0, beginning));
  const first = drawn[0];
  const known = drawn.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const last = known.at(-1);
  if (!first || !last) return null;
  const to = lastDayOf(first.day, drawn.length + daysAhead(target, last.day, drawn.length));
  const aims = target ? [target.value, ...reachedBy(target, to)] : [];
  const scale = rateScale(...extremes([...known.map((point) => point.value), ...aims]));
  const plot = { ...area, bottom: area.bottom - (scale.low > 0 ? noteRow : 0) };
  const frame = frameOf(plot, scale, { from: first.day, to });
  const linePoints = drawn.map(({ value }, index): Point | null =>
    value === null ? null : { x: tenths(plot.left + index * frame.dayWidth), y: tenths(frame.y(value)) },
  );
  const strips = gaps.flatMap((gap) => stripOf(frame, gap, last.day));
  const labels = gapLabels(plot, strips, linePoints);
  return {
    title: `Adoption rate since ${fullDay(first.day)}, daily`,
    from: first.day,
    to,
    width,
    height,
    plot,
    line: linePath(linePoints),
    end: endOf(frame, known, last),
    yTicks: scale.ticks.map((tick) => ({ y: round(frame.y(tick)), text: `${Math.round(tick * 100)}%` })),
    axisNote: axisNote(`${Math.round(scale.low * 100)}%`, scale),
    xTicks: dayTicks(frame),
    gaps: strips.map((strip) => cutStrip(plot, strip, labels)),
    gapLabels: labels.map(({ x, y, anchor, lines }) => ({ x, y, anchor, lines })),
    target: target && targetOf(frame, target),
    outlook: target && outlookOf(frame, target, { points: linePoints, gapLabels: labels }),
  };
}

const extremes = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Above the line's end; below it when the line comes down from above, or where the plot ends. */
function endOf({ x, y, plot }: Frame, known: readonly KnownPoint[], last: KnownPoint): HeadlineChart['end'] {
  const at = { x: round(x(last.day)), y: round(y(last.value)) };
  const falling = known.slice(-10).some(({ value }) => y(value) < at.y - 4);
  const above = at.y - 10 >= plot.top && !(falling && at.y + 18 <= plot.bottom);
  const anchor = at.x - plot.left < 40 ? 'start' : 'end';
  return { ...at, label: { x: at.x, y: round(above ? at.y - 10 : at.y + 18), anchor, text: percentWords(last.value) } };
}

/** Month starts, and the 15th as well under 13 weeks; the first day when nothing else stands near it. */
function dayTicks({ plot, from, to, x }: Frame): HeadlineChart['xTicks'] {
  const halves = daysBetween(from, to) < 91;
  const days = monthsFrom(from, to)
    .flatMap((first) => (halves ? [first, dayOfMonth(first, '15')] : [first]))
    .filter((day) => from <= day && day <= to);
  const bare = !days[0] || x(days[0]) - plot.left > 64;
  return (bare ? [from, ...days] : days).map((day) => {
    const at = round(x(day));
    const anchor = at - plot.left < 12 ? 'start' : plot.right - at < 12 ? 'end' : 'middle';
    return { x: at, anchor, text: tickWords(day) };
  });
}

/** Jul, 15 Jul; a year where it begins. */
function tickWords(day: Day): string {
  if (day.endsWith('-01-01')) return day.slice(0, 4);
  return day.endsWith('-01') ? shortDay(day, day).slice(2) : shortDay(day, day);
}

function monthsFrom(from: Day, to: Day): Day[] {
  const firsts: Day[] = [];
  for (let day = dayOfMonth(from, '01'); day <= to; day = dayOfMonth(addDays(day, 31), '01')) firsts.push(day);
  return firsts;
}
