import type { ChartLayout } from './chart-layout';
import { type Box, boxOf, overlap } from './label-collisions';

export const tipWidth = 244;
/** Between the rule and the tip: the point that stands out lies between. */
const aside = 16;

/** Where the numbers of a place stand, from the drawing's left and top. */
export type TipPlace = { readonly left: number; readonly top: number };

/** Head, a note of up to two lines, and a line a row. */
export const tipHeight = ({ rows, note }: { rows: readonly unknown[]; note: string | null }): number =>
  34 + rows.length * 18 + (note === null ? 0 : 32);

/** What lies under a tip weighs against its place: words at a line's end by far the most, then other words, then the line itself. */
const weights = { end: 100, words: 1, point: 0.05 };

/**
 * Beside the place pointed at, rather left and above the lines there; never upon the words at a line's end, and upon as little else
 * as can be. `height` is how high the tip comes out.
 */
export function tipPlace(layout: ChartLayout, at: number, height: number): TipPlace {
  const { plot, width, labels, places, lines } = layout;
  const x = places[at] ?? plot.left;
  const beside = lines.flatMap(({ points, previous }) => points[at] ?? previous[at] ?? []);
  const highest = beside.length === 0 ? (plot.top + plot.bottom) / 2 : Math.min(...beside.map(({ y }) => y / 10));
  const wanted = Math.max(plot.top, highest - height - 10);
  const lowest = Math.max(plot.top, plot.bottom - height);
  const tops = [Math.min(wanted, lowest), plot.top, lowest, (plot.top + lowest) / 2];
  const sides = [x - aside - tipWidth, x + aside].filter((left) => left >= 0 && left + tipWidth <= width);
  const spots = (sides.length > 0 ? sides : [Math.max(0, width - tipWidth)]).flatMap((left) =>
    tops.map((top) => ({ left, top })),
  );
  const cost = ({ left, top }: TipPlace) => {
    const box: Box = { left, right: left + tipWidth, top, bottom: top + height };
    const covered = labels.filter((label) => overlap(box, boxOf(label)));
    const ends = covered.filter(({ tone }) => typeof tone === 'number').length;
    return ends * weights.end + (covered.length - ends) * weights.words + drawnIn(lines, box) * weights.point;
  };
  const [first = { left: 0, top: plot.top }] = spots;
  return spots.reduce((best, spot) => (cost(spot) < cost(best) ? spot : best), first);
}

const drawnIn = (lines: ChartLayout['lines'], { left, right, top, bottom }: Box): number =>
  lines
    .flatMap(({ points, previous }) => [...points, ...previous])
    .filter((at) => at && at.x >= left * 10 && at.x <= right * 10 && at.y >= top * 10 && at.y <= bottom * 10).length;
