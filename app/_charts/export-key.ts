import { widthAt } from '@/lib/views/charts/wrap';
import type { KeyEntry } from '@/lib/views/trends/picture-words';
import { colour, letters, svgElement } from './export-parts';

const size = 12;
const rowHeight = 20;
const swatch = 22;

/** What lines, hatch and field stand for, in rows no wider than the chart. */
export function keyOf(entries: readonly KeyEntry[], width: number): { drawn: SVGGElement; height: number } {
  const drawn = svgElement('g', {});
  let [x, row] = [0, 0];
  for (const entry of entries) {
    const wide = swatch + 6 + widthAt(entry.text, size) + 22;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const y = row * rowHeight + 10;
    const text = svgElement('text', { x: x + swatch + 6, y: y + 4, fill: colour('text-2'), ...letters(size, 400) });
    text.textContent = entry.text;
    drawn.append(...swatchOf(entry, x, y), text);
    x += wide;
  }
  return { drawn, height: (row + 1) * rowHeight };
}

function swatchOf({ look, tone }: KeyEntry, x: number, y: number): SVGElement[] {
  const line = (token: string, more: Record<string, string | number> = {}) =>
    svgElement('path', { d: `M${x} ${y}h${swatch}`, stroke: colour(token), 'stroke-width': 2, fill: 'none', ...more });
  const field = (fill: string) => svgElement('rect', { x, y: y - 6, width: swatch, height: 12, fill });
  switch (look) {
    case 'line':
      return [line(`s${tone}`)];
    case 'previous':
      return [line('previous', { 'stroke-width': 1.5, 'stroke-dasharray': '4 3' })];
    case 'target':
      return [line('target', { 'stroke-width': 1.25, 'stroke-dasharray': '1 3' })];
    case 'forecast':
      return [field(colour('band')), line(`s${tone}`, { 'stroke-width': 1.5, 'stroke-dasharray': '2 3' })];
    case 'gap':
      return [field('url(#chart-fitted-hatch)')];
  }
}
