/** HTML or SVG as text. Only `markup` makes it, so that nothing stands in it unescaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number;

/** A template of markup: what is put into it is escaped, except markup itself; of a list, every item. */
export function markup(strings: TemplateStringsArray, ...values: readonly (Piece | readonly Piece[])[]): Markup {
  const written = values.map((value) => (isList(value) ? value.map(textOf).join('') : textOf(value)));
  return new Markup(strings.map((string, index) => string + (written[index] ?? '')).join(''));
}

const isList = (value: Piece | readonly Piece[]): value is readonly Piece[] => Array.isArray(value);

function textOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  return typeof piece === 'number' ? String(piece) : piece.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
