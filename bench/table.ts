export type Row = {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: string;
  readonly met: boolean;
};

/** A measure with its value and what it may be at most (or has to be at least). */
export type Judge = (measure: string, value: number, limit: number, unit?: string) => void;

export type Sheet = { readonly rows: readonly Row[]; readonly atMost: Judge; readonly atLeast: Judge };

export function newSheet(): Sheet {
  const rows: Row[] = [];
  return {
    rows,
    atMost: (measure, value, limit, unit = '') =>
      void rows.push({ measure, value, unit, aim: `<= ${limit}${unit}`, met: value <= limit }),
    atLeast: (measure, value, limit, unit = '') =>
      void rows.push({ measure, value, unit, aim: `>= ${limit}${unit}`, met: value >= limit }),
  };
}

export const tableOf = (rows: readonly Row[]): string =>
  markdown([
    ['measure', 'value', 'aim', 'met'],
    ...rows.map(({ measure, value, unit, aim, met }) => [measure, figure(value, unit), aim, yesOrNo(met)]),
  ]);

export const figure = (value: number, unit: string): string =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)}${unit}`;

export const yesOrNo = (met: boolean): string => (met ? 'yes' : 'NO');

export function markdown([head = [], ...lines]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...lines.map(line)].join('\n');
}

/** A document with `text` between its two marks. */
export function betweenMarks(document: string, text: string): string {
  const [before, rest] = document.split('<!-- bench -->');
  const [, after] = rest?.split('<!-- /bench -->') ?? [];
  if (before === undefined || after === undefined)
    throw new Error('the marks <!-- bench --> and <!-- /bench --> are gone');
  return `${before}<!-- bench -->\n${text}\n<!-- /bench -->${after}`;
}
