import { wrap } from '@/lib/views/charts/wrap';
import type { PictureWords } from '@/lib/views/trends/picture-words';
import { keyOf } from './export-key';
import { colour, letters, setAll, svgElement } from './export-parts';

/**
 * The page's trend as a drawing that needs no page: title, key, chart, annotations and source, on the page's ground, colours and
 * letters its own; null while there is none.
 */
export function exportSvg(words: PictureWords): SVGSVGElement | null {
  const shown = document.querySelector<SVGSVGElement>('.chart-fitted');
  if (!shown) return null;
  const inner = shown.width.baseVal.value;
  const head = [
    ...linesOf(words.title, { size: 16, weight: 600, tone: 'text', width: inner }),
    ...linesOf(words.sub, { size: 12, weight: 400, tone: 'text-2', width: inner }),
  ];
  const foot = [...words.annotations, words.source].flatMap((text) =>
    linesOf(text, { size: 12, weight: 400, tone: 'text-2', width: inner }),
  );
  const key = keyOf(words.key, inner);
  const above = padding + heightOf(head) + 8;
  const top = above + key.height + 12;
  const below = top + shown.height.baseVal.value + 14;
  const [width, height] = [inner + 2 * padding, below + heightOf(foot) + padding];
  const { fontFamily } = getComputedStyle(document.body);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const sheet = svgElement('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': fontFamily });
  const drawing = standAlone(shown);
  setAll(drawing, { x: padding, y: top, overflow: 'visible' });
  setAll(key.drawn, { transform: `translate(${padding} ${above})` });
  const ground = svgElement('rect', { width, height, fill: colour('surface') });
  sheet.append(ground, ...written(head, padding), key.drawn, drawing, ...written(foot, below));
  return sheet;
}

export const svgText = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

const padding = 24;

type Look = { readonly size: number; readonly weight: number; readonly tone: string };
type Line = Look & { readonly text: string };

const linesOf = (text: string, { width, ...look }: Look & { width: number }): Line[] =>
  wrap(text, { width, size: look.size }).map((line) => ({ ...look, text: line }));

const lineHeight = ({ size }: Look): number => size + 6;
const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + lineHeight(line), 0);

function written(lines: readonly Line[], from: number): SVGElement[] {
  let y = from;
  return lines.map((line) => {
    y += lineHeight(line);
    const { size, weight, tone } = line;
    const text = svgElement('text', { x: padding, y: y - 5, fill: colour(tone), ...letters(size, weight) });
    text.textContent = line.text;
    return text;
  });
}

const painted = 'path, circle, text';
const looks = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['opacity', 'paint-order', 'font-size', 'font-weight'],
];

/** A copy that carries what the style sheet says. */
function standAlone(shown: SVGSVGElement): Element {
  const copy = document.importNode(shown, true);
  const originals = shown.querySelectorAll(painted);
  for (const [at, element] of copy.querySelectorAll(painted).entries()) {
    const original = originals[at];
    if (!original) continue;
    const style = getComputedStyle(original);
    setAll(element, Object.fromEntries(looks.map((name) => [name, style.getPropertyValue(name)])));
    element.removeAttribute('class');
  }
  copy.removeAttribute('class');
  return copy;
}
