/** What stands above an exported chart. */
export type ExportHead = { readonly title: string; readonly sub: string };

/** The page's trend as a drawing that needs no page: title above, on the page's ground, colours and letters its own; null while there is none. */
export function exportSvg({ title, sub }: ExportHead): SVGSVGElement | null {
  const shown = document.querySelector<SVGSVGElement>('.chart-fitted');
  if (!shown) return null;
  const width = shown.width.baseVal.value + 2 * padding;
  const height = shown.height.baseVal.value + 2 * padding + head;
  const { fontFamily } = getComputedStyle(document.body);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const drawing = standAlone(shown);
  setAll(drawing, { x: padding, y: padding + head, overflow: 'visible' });
  const sheet = svgElement('svg', { xmlns: svgNames, ...size, 'font-family': fontFamily });
  const text = svgElement('text', { x: padding, y: padding + 14, fill: colour('text'), ...letters(16, 600) });
  const beside = svgElement('text', { x: padding, y: padding + 36, fill: colour('text-2'), ...letters(12, 400) });
  text.textContent = title;
  beside.textContent = sub;
  sheet.append(svgElement('rect', { width, height, fill: colour('surface') }), text, beside, drawing);
  return sheet;
}

export const svgText = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

const padding = 24;
const head = 56;
const svgNames = 'http://www.w3.org/2000/svg';

const letters = (size: number, weight: number) => ({ 'font-size': size, 'font-weight': weight });

const colour = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--c-${token}`).trim();

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

function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(svgNames, name);
  setAll(element, attributes);
  return element;
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
