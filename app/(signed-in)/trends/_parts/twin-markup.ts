import { type Markup, markup } from '@/lib/views/markup';
import type { TrendTable, TrendTableRow } from '@/lib/views/trends/trend-table';

/** The picture as a table: always there for a screen reader, and shown to whoever opens it. */
export function twinMarkup({ heads, rows }: TrendTable, title: string): Markup {
  const columns = heads.map((head, at) => markup`<th scope="col" class="${lookOf(heads, at)}">${head}</th>`);
  return markup`<table><caption class="sr">${title}</caption><thead><tr>${columns}</tr></thead>
<tbody>${rows.map((row) => rowMarkup(row, heads))}</tbody></table>`;
}

function rowMarkup({ head, cells, missing }: TrendTableRow, heads: readonly string[]): Markup {
  const why = missing === null ? markup`` : markup`<span class="more-text">${missing}</span>`;
  const figures = cells.map((cell, at) => markup`<td class="${lookOf(heads, at + 1)}">${cell}</td>`);
  return markup`<tr><th scope="row">${head}${why}</th>${figures}</tr>`;
}

const lookOf = (heads: readonly string[], at: number): string => (at > 0 && heads[at] !== 'Taken' ? 'num' : '');
