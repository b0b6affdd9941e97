/** A place in a picture, in whole tenths of a pixel: differences of whole numbers add up without drift. */
export type Spot = { readonly x: number; readonly y: number };

/** An SVG path through the spots, in relative steps; `null` lifts the pen. A spot alone between two holes becomes a dash one pixel long. */
export function linePath(spots: readonly (Spot | null)[]): string {
  let path = '';
  let run: Spot[] = [];
  for (const spot of [...spots, null]) {
    if (spot) run.push(spot);
    else {
      path += strokeOf(run);
      run = [];
    }
  }
  return path;
}

/** Pixels to tenths and back. */
export const tenths = (pixels: number): number => Math.round(pixels * 10);
export const pixels = (inTenths: number): number => inTenths / 10;

function strokeOf(run: readonly Spot[]): string {
  const first = run[0];
  if (!first) return '';
  if (run.length === 1) return `M${figure(first.x - 5)} ${figure(first.y)}h1`;
  let steps = '';
  let at = first;
  for (const spot of run.slice(1)) {
    const step = `${figure(spot.x - at.x)}${separated(spot.y - at.y)}`;
    steps += steps === '' || step.startsWith('-') ? step : ` ${step}`;
    at = spot;
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
