/** A place in a chart, in whole tenths of a pixel: differences of whole numbers add up without drift. */
export type Point = { readonly x: number; readonly y: number };

/** An SVG path through the points, in relative steps; `null` lifts the pen. A point alone between two holes becomes a dash one pixel long. */
export function linePath(points: readonly (Point | null)[]): string {
  let path = '';
  let run: Point[] = [];
  for (const point of [...points, null]) {
    if (point) run.push(point);
    else {
      path += strokeOf(run);
      run = [];
    }
  }
  return path;
}

/** Points that no line leads to, as strokes without length: round caps make dots of them. */
export const lonePath = (points: readonly (Point | null)[]): string =>
  points.flatMap((point, at) => (point && !points[at - 1] && !points[at + 1] ? [dotAt(point)] : [])).join('');

const dotAt = ({ x, y }: Point): string => `M${figure(x)} ${figure(y)}h0`;

/** Pixels to tenths and back. */
export const tenths = (pixels: number): number => Math.round(pixels * 10);
export const pixels = (inTenths: number): number => inTenths / 10;

function strokeOf(run: readonly Point[]): string {
  const first = run[0];
  if (!first) return '';
  if (run.length === 1) return `M${figure(first.x - 5)} ${figure(first.y)}h1`;
  let steps = '';
  let at = first;
  for (const point of run.slice(1)) {
    const step = `${figure(point.x - at.x)}${separated(point.y - at.y)}`;
    steps += steps === '' || step.startsWith('-') ? step : ` ${step}`;
    at = point;
  }
  return `M${figure(first.x)} ${figure(first.y)}l${steps}`;
}

const separated = (inTenths: number): string => (inTenths < 0 ? figure(inTenths) : ` ${figure(inTenths)}`);

/** .5 instead of 0.5, and no .0: the page carries nine of these lines. */
function figure(inTenths: number): string {
  const text = String(inTenths / 10);
  if (inTenths === 0 || inTenths <= -10 || inTenths >= 10) return text;
  return inTenths < 0 ? `-${text.slice(2)}` : text.slice(1);
}
