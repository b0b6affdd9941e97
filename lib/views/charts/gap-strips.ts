import { addDays, type Day } from '@/lib/domain/day';
import type { Gap } from '@/lib/domain/gap';
import { gapReasonWords } from '../words/gaps';
import { spanWords } from '../words/numbers';
import { type Plot, round } from './headline-frame';
import { type Point, pixels } from './line';

/** Two lines of words; `y` is the first one's baseline. */
export type GapLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly [string, string];
};

type Axis = { readonly from: Day; readonly to: Day; readonly x: (day: Day) => number };

const letterWidth = 5.6;
const lineHeight = 14;

/** The same, and how far it reaches across. */
type Placed = GapLabel & { readonly left: number; readonly right: number };

/** The hatch of a gap: all the way down, but for words that lie upon it. */
export type GapStrip = {
  readonly x: number;
  readonly width: number;
  readonly parts: readonly { readonly top: number; readonly bottom: number }[];
};

/** Where a line is missing, in pixels; days of another year than `beside` tell it. */
export type Strip = { readonly x: number; readonly width: number; readonly gap: Gap; readonly beside: Day };

/** From the last captured day to the next one: where the line is missing. */
export function stripOf({ from, to, x }: Axis, gap: Gap, last: Day): Strip[] {
  if (gap.to < from || gap.from > to) return [];
  const begin = gap.from > from ? addDays(gap.from, -1) : from;
  const end = gap.from > last ? gap.to : addDays(gap.to, 1);
  const left = round(x(begin));
  return [{ x: left, width: round(x(end < to ? end : to) - left), gap, beside: last }];
}

/**
 * Gaps of three days or more say when and why, the newest first, as long as the words find room beside the strip: better on the
 * side where they lie upon no other.
 */
export function gapLabels(plot: Plot, strips: readonly Strip[], points: readonly (Point | null)[]): Placed[] {
  const placed: Placed[] = [];
  for (const strip of strips.toReversed()) {
    if (strip.gap.days < 3) continue;
    const lines = [
      `no snapshot ${spanWords(strip.gap.from, strip.gap.to, strip.beside)}:`,
      gapReasonWords(strip.gap),
    ] as const;
    const sides = sidesOf(strip, Math.max(...lines.map((line) => line.length)) * letterWidth).filter(
      ({ left, right }) =>
        left >= plot.left && right <= plot.right && placed.every((other) => right < other.left || left > other.right),
    );
    const side = sides.find((one) => !strips.some((other) => other !== strip && touches(one, other))) ?? sides[0];
    if (side) placed.push({ ...side, y: labelTop(plot, points, side), lines });
  }
  return placed;
}

function sidesOf({ x, width }: Strip, wide: number) {
  const [before, after] = [x - 5, x + width + 5];
  return [
    { x: round(after), anchor: 'start' as const, left: after, right: after + wide },
    { x: round(before), anchor: 'end' as const, left: before - wide, right: before },
  ];
}

const touches = ({ left, right }: { left: number; right: number }, { x, width }: Strip): boolean =>
  x <= right && x + width >= left;

export function cutStrip({ top, bottom }: Plot, strip: Strip, labels: readonly Placed[]): GapStrip {
  const { x, width } = strip;
  const label = labels.find((one) => touches(one, strip));
  const parts = label
    ? [
        { top, bottom: label.y - 13 },
        { top: label.y + lineHeight + 6, bottom },
      ].filter((part) => part.bottom > part.top)
    : [{ top, bottom }];
  return { x, width, parts };
}

/** Just above the axis; under the plot's top edge when the line runs low there. `y` is the first line's baseline. */
function labelTop(
  plot: Plot,
  points: readonly (Point | null)[],
  { left, right }: { left: number; right: number },
): number {
  const beside = points.filter((point) => point && pixels(point.x) >= left && pixels(point.x) <= right);
  const lowest = Math.max(0, ...beside.map((point) => (point ? pixels(point.y) : 0)));
  return lowest > plot.bottom - 38 ? plot.top + 12 : plot.bottom - 22;
}
