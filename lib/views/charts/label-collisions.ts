import type { ChartLabel, PlotArea } from './chart-layout';
import { textWidth } from './text-width';
import { lineHeight } from './trend-frame';

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export function boxOf({ x, y, anchor, lines, tone }: ChartLabel): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, tone !== 'muted')));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 10, bottom: y + 4 + (lines.length - 1) * lineHeight };
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const inside = (box: Box, { left, right, top, bottom }: PlotArea): boolean =>
  box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;

/** Baselines near the wanted ones, in the same order, at least `apart` from each other and between `top` and `bottom`. */
export function spread(
  wanted: readonly number[],
  { top, bottom, apart }: { top: number; bottom: number; apart: number },
) {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  const placed: number[] = [];
  for (const { y } of order) placed.push(Math.max(y, top, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + apart));
  let limit = bottom;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? limit, limit);
    limit = (placed[at] ?? limit) - apart;
  }
  const result = wanted.map((y) => y);
  for (const [at, { index }] of order.entries()) result[index] = placed[at] ?? result[index] ?? 0;
  return result;
}
