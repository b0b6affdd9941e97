type Attributes = Readonly<Record<string, string | number>>;

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAll(element, attributes);
  return element;
}

export function setAll(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

export const letters = (size: number, weight: number) => ({ 'font-size': size, 'font-weight': weight });

/** As the page has it now, in its theme. */
export const colour = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--c-${token}`).trim();
