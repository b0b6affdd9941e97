import { addDays, type Day, daysBetween, earlierOf, laterOf } from '@/lib/domain/day';
import { expectedOn, type Forecast } from '@/lib/domain/forecast';
import type { Target } from '@/lib/domain/target';
import { rangeWords } from '../words/forecasts';
import { shortDay } from '../words/numbers';
import type { GapLabel } from './gap-strips';
import { type Frame, round } from './headline-frame';
import { type Point, pixels } from './line';
import { textWidth } from './text-width';

/** A target as the chart draws it; `text` names the line. */
export type TargetLine = Pick<Target, 'value' | 'setOn' | 'dueDay'> & {
  readonly text: string;
  readonly forecast?: Forecast;
};

/** From the day it was set to its due day, with a ring where that day is in sight. */
export type DrawnTarget = {
  readonly line: string;
  readonly ring: { readonly x: number; readonly y: number } | null;
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'end'; readonly text: string };
};

/** Where the number goes from the newest snapshot on: the middle, and the range around it. Both are SVG paths. */
export type Outlook = {
  readonly middle: string;
  readonly band: string;
  /** Null where it would lie upon something else: the words beside the chart say the same. */
  readonly label: (Omit<GapLabel, 'anchor'> & { readonly anchor: 'end' }) | null;
};

/** The share of the axis that is kept for the days up to a target's due day, at most. */
const mostAhead = 0.25;

export const daysAhead = (target: TargetLine | null, today: Day, days: number): number =>
  target === null ? 0 : Math.max(0, Math.min(daysBetween(today, target.dueDay), Math.round(days * mostAhead)));

export function targetOf({ x, y, from, to, plot }: Frame, target: TargetLine): DrawnTarget {
  const height = round(y(target.value));
  const start = round(Math.max(plot.left, x(laterOf(target.setOn, from))));
  const end = round(Math.min(plot.right, x(earlierOf(target.dueDay, to))));
  const atStart = start + textWidth(target.text);
  return {
    line: `M${start} ${height}H${end}`,
    ring: target.dueDay <= to ? { x: end, y: height } : null,
    label: {
      x: isCrowded({ y, to }, target) && atStart < end ? round(atStart) : end,
      y: height - 7 < plot.top ? height + 15 : height - 7,
      anchor: 'end',
      text: target.text,
    },
  };
}

/** As high as a line of words beside the line. */
const labelHeight = 24;

/** The words would lie upon the range or the newest number: they stand at the line's beginning instead. */
function isCrowded({ y, to }: Pick<Frame, 'y' | 'to'>, { value, forecast, dueDay }: TargetLine): boolean {
  if (!forecast) return false;
  const { low, high } = expectedOn(forecast, earlierOf(dueDay, to));
  const [top, bottom] = [y(Math.max(high, forecast.last.value)), y(Math.min(low, forecast.last.value))];
  return top < y(value) + labelHeight && bottom > y(value) - labelHeight;
}

/** The values that the outlook reaches up to `to`: the scale has to hold them. */
export function reachedBy({ forecast, dueDay }: TargetLine, to: Day): number[] {
  if (!forecast) return [];
  const { low, high } = expectedOn(forecast, earlierOf(dueDay, to));
  return [low, high];
}

type Drawn = { readonly points: readonly (Point | null)[]; readonly gapLabels: readonly GapLabel[] };

export function outlookOf(frame: Frame, { forecast, dueDay }: TargetLine, drawn: Drawn): Outlook | null {
  const to = earlierOf(dueDay, frame.to);
  if (!forecast || to <= forecast.last.day) return null;
  const course = weeksUpTo(forecast.last.day, to).map((day) => ({
    x: round(frame.x(day)),
    ...expectedOn(forecast, day),
  }));
  const corner = (x: number, value: number) => `${x} ${round(frame.y(value))}`;
  const upper = course.map(({ x, high }) => corner(x, high));
  const lower = course.toReversed().map(({ x, low }) => corner(x, low));
  const range = rangeWords('adoption', expectedOn(forecast, to));
  const lines = [to === dueDay ? 'forecast' : `forecast ${shortDay(to, forecast.last.day)}`, range ?? ''] as const;
  return {
    middle: `M${course.map(({ x, middle }) => corner(x, middle)).join('L')}`,
    band: `M${[...upper, ...lower].join('L')}z`,
    label:
      range === null
        ? null
        : labelOf(frame, { lines, right: round(frame.x(to)), low: frame.y(expectedOn(forecast, to).low) }, drawn),
  };
}

function weeksUpTo(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day < to; day = addDays(day, 7)) days.push(day);
  return [...days, to];
}

type Words = { readonly lines: readonly [string, string]; readonly right: number; readonly low: number };

/** Below the range and whatever of the line lies above the words. */
function labelOf({ plot }: Frame, { lines, right, low }: Words, { points, gapLabels }: Drawn): Outlook['label'] {
  const left = right - Math.max(...lines.map((line) => textWidth(line)));
  const beside = points.flatMap((point) =>
    point && pixels(point.x) >= left && pixels(point.x) <= right ? [pixels(point.y)] : [],
  );
  const y = round(Math.max(low, ...beside) + 16);
  const crowded = gapLabels.some((other) => Math.abs(other.y - y) < 28);
  return crowded || left < plot.left || y + 18 > plot.bottom ? null : { x: right, y, anchor: 'end', lines };
}
