import { type Day, daysBetween } from '@/lib/domain/day';
import { linePath, type Point, pixels, tenths } from '../charts/line';

type Value = { readonly day: Day; readonly value: number };

/** The history's line and what a file would add to it, over the same days and on one scale. */
export type ImportPicture = {
  readonly width: number;
  readonly height: number;
  readonly there: string;
  readonly added: string;
  /** New days that stand so far apart that they can be told one by one. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly from: Day;
  readonly to: Day;
  readonly low: number;
  readonly high: number;
};

const width = 320;
const height = 84;
const margin = { x: 5, y: 6 };
const mostDots = 40;

/** Null when the file adds no value to draw. Days without a value are holes: nothing is drawn through them. */
export function importPicture({
  there,
  added,
}: {
  there: readonly Value[];
  added: readonly Value[];
}): ImportPicture | null {
  const all = [...there, ...added].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || added.length === 0) return null;
  const low = all.reduce((least, { value }) => Math.min(least, value), first.value);
  const high = all.reduce((most, { value }) => Math.max(most, value), first.value);
  const days = Math.max(1, daysBetween(first.day, last.day));
  const place = ({ day, value }: Value): Point => ({
    x: tenths(margin.x + (daysBetween(first.day, day) / days) * (width - 2 * margin.x)),
    y: tenths(margin.y + (high > low ? (high - value) / (high - low) : 0.5) * (height - 2 * margin.y)),
  });
  const dots = added.length > mostDots ? [] : added.map(place).map(({ x, y }) => ({ x: pixels(x), y: pixels(y) }));
  const size = { width, height, from: first.day, to: last.day, low, high };
  return { ...size, there: linePath(withHoles(there, place)), added: linePath(withHoles(added, place)), dots };
}

/** More days than a pixel has room for are thinned out; of a hole the ends stay. */
function withHoles(values: readonly Value[], place: (value: Value) => Point): (Point | null)[] {
  const drawn: (Point | null)[] = [];
  let before: Value | null = null;
  for (const value of values) {
    const point = place(value);
    const goesOn = before !== null && daysBetween(before.day, value.day) === 1;
    const lastPoint = drawn.at(-1);
    if (goesOn && lastPoint && point.x - lastPoint.x < 10) {
      before = value;
      continue;
    }
    if (!goesOn && before !== null) drawn.push(null);
    drawn.push(point);
    before = value;
  }
  return drawn;
}
