import { valueWords } from '../metric-words';
import type { ChartLine, ChartSpec } from './chart-spec';
import { type DrawnLabel, type Frame, round, spotAt } from './frame';
import { linePath, pixels, type Spot } from './line';

export type DrawnLine = {
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
  readonly label: DrawnLabel | null;
};

export type DrawnPrevious = { readonly path: string; readonly label: DrawnLabel | null };

const labelHeight = 14;
const near = 44;

type Ends = { readonly spots: readonly (Spot | null)[]; readonly line: ChartLine };

/** Names stand at the lines' ends: beside them and apart from each other, or at the only one where room is needed for what is to come. */
export function drawLines({ lines }: ChartSpec, frame: Frame, beside: boolean): DrawnLine[] {
  const drawn = lines.map(
    (line): Ends => ({ line, spots: line.points.map(({ day, value }) => spotAt(frame, day, value)) }),
  );
  const heights = spread(drawn.map(({ spots }) => endOf(spots)));
  return drawn.map(({ line, spots }, index) => {
    const end = endOf(spots);
    const label = end && (beside ? besideLabel(line, end, heights[index] ?? 0) : aloneLabel(line, end, frame));
    return { path: linePath(spots), end: end && { x: pixels(end.x), y: pixels(end.y) }, label };
  });
}

/** Drawn where the points of this period are, point by point; the first one carries the name. */
export function drawPrevious({ lines, previousName }: ChartSpec, frame: Frame): DrawnPrevious[] {
  return lines.flatMap((line, index) => {
    if (!line.previous) return [];
    const spots = previousSpots(line, frame);
    const end = endOf(spots);
    const label =
      end && index === 0 && previousName !== null ? previousLabel(line, end, { frame, previousName }) : null;
    return [{ path: linePath(spots), label }];
  });
}

const endOf = (spots: readonly (Spot | null)[]): Spot | null => spots.findLast((spot) => spot !== null) ?? null;

const previousSpots = ({ points, previous }: ChartLine, frame: Frame): (Spot | null)[] =>
  (previous ?? []).map(({ value }, index) => spotAt(frame, points[index]?.day, value));

/** Baselines for names beside the ends, from the top down, at least a line apart. */
function spread(ends: readonly (Spot | null)[]): (number | null)[] {
  const heights: (number | null)[] = ends.map(() => null);
  let lowest = Number.NEGATIVE_INFINITY;
  const order = ends.map((end, index) => ({ end, index })).sort((a, b) => (a.end?.y ?? 0) - (b.end?.y ?? 0));
  for (const { end, index } of order) {
    if (!end) continue;
    lowest = Math.max(pixels(end.y) + 4, lowest + labelHeight);
    heights[index] = lowest;
  }
  return heights;
}

const named = ({ metric, name, points }: ChartLine): string[] => [
  `${name} ${valueWords(metric, points.findLast(({ value }) => value !== null)?.value ?? null)}`,
];

const besideLabel = (line: ChartLine, end: Spot, y: number): DrawnLabel => ({
  x: round(pixels(end.x) + 8),
  y: round(y),
  anchor: 'start',
  lines: named(line),
});

/** Above the end, or below it where the plot or the period before is in the way. */
function aloneLabel(line: ChartLine, end: Spot, frame: Frame): DrawnLabel {
  const y = pixels(end.y);
  const before = endOf(previousSpots(line, frame));
  const crowded = before !== null && pixels(before.y) <= y && y - pixels(before.y) < near;
  const above = y - 12 > frame.plot.top + 8 && !crowded;
  const left = pixels(end.x) - frame.plot.left < 120;
  return {
    x: round(pixels(end.x) + (left ? 8 : -8)),
    y: round(above ? y - 12 : y + 20),
    anchor: left ? 'start' : 'end',
    lines: named(line),
  };
}

/** Beyond its end where there is room; otherwise on the side that its own line leaves free. */
function previousLabel(
  line: ChartLine,
  end: Spot,
  { frame, previousName }: { frame: Frame; previousName: string },
): DrawnLabel {
  const lines = ['period before,', previousName];
  const [x, y] = [pixels(end.x), pixels(end.y)];
  if (x + 160 < frame.plot.right) return { x: round(x + 10), y: round(y), anchor: 'start', lines };
  const own = endOf(line.points.map(({ day, value }) => spotAt(frame, day, value)));
  const above = own !== null && y <= pixels(own.y);
  return { x: round(x - 6), y: round(above ? y - 12 - labelHeight : y + 20), anchor: 'end', lines };
}
