import { addDays } from '@/lib/domain/day';
import type { Gap } from '@/lib/domain/gap';
import { gapReasonWords } from '../gap-words';
import { spanWords } from '../words';
import { pixels, type Spot, tenths } from './line';

export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Two lines of words; `y` is the first one's baseline. */
export type GapLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly [string, string];
};

type Axis = { readonly from: string; readonly to: string; readonly x: (day: string) => number };

const letterWidth = 5.6;

/** Where a line is missing, in pixels. */
export type Strip = { readonly x: number; readonly width: number; readonly gap: Gap };

/** From the last captured day to the next one: where the line is missing. */
export function stripOf({ from, to, x }: Axis, gap: Gap, last: string): Strip[] {
  if (gap.to < from || gap.from > to) return [];
  const begin = gap.from > from ? addDays(gap.from, -1) : from;
  const end = gap.from > last ? gap.to : addDays(gap.to, 1);
  const left = round(x(begin));
  return [{ x: left, width: round(x(end < to ? end : to) - left), gap }];
}

/** Gaps of three days or more say when and why, the newest first, as long as the words find room beside the strip. */
export function gapLabels(plot: Plot, strips: readonly Strip[], spots: readonly (Spot | null)[]): GapLabel[] {
  const placed: (GapLabel & { left: number; right: number })[] = [];
  for (const { x, width, gap } of strips.toReversed()) {
    if (gap.days < 3) continue;
    const lines = [`no snapshot ${spanWords(gap.from, gap.to)}:`, gapReasonWords(gap)] as const;
    const wide = Math.max(...lines.map((line) => line.length)) * letterWidth;
    const sides = [
      { x: round(x + width + 5), anchor: 'start' as const, left: x + width + 5, right: x + width + 5 + wide },
      { x: round(x - 5), anchor: 'end' as const, left: x - 5 - wide, right: x - 5 },
    ];
    const free = sides.find(
      ({ left, right }) =>
        left >= plot.left && right <= plot.right && placed.every((other) => right < other.left || left > other.right),
    );
    if (free) placed.push({ ...free, y: labelTop(plot, spots, free), lines });
  }
  return placed.map(({ x, y, anchor, lines }) => ({ x, y, anchor, lines }));
}

/** Just above the axis; under the plot's top edge when the line runs low there. `y` is the first line's baseline. */
function labelTop(
  plot: Plot,
  spots: readonly (Spot | null)[],
  { left, right }: { left: number; right: number },
): number {
  const beside = spots.filter((spot) => spot && pixels(spot.x) >= left && pixels(spot.x) <= right);
  const lowest = Math.max(0, ...beside.map((spot) => (spot ? pixels(spot.y) : 0)));
  return lowest > plot.bottom - 38 ? plot.top + 12 : plot.bottom - 22;
}

const round = (inPixels: number): number => pixels(tenths(inPixels));
