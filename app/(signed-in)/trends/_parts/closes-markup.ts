import { classNames } from '@/app/_ui/class-names';
import { type Markup, markup } from '@/lib/views/markup';
import type { CloseRow, CloseTable } from '@/lib/views/trends/week-closes';
import { plural } from '@/lib/views/words/numbers';
import { deltaMarkup, unknownMarkup } from '../../../_ui/delta';

/** The weeks of the picture, each with the way to its page. */
export function closesMarkup(table: CloseTable): Markup {
  const { heads, rows, more } = table;
  if (rows.length === 0) return markup`<p class="text muted">No snapshot in this period.</p>`;
  const columns = heads.map((head, at) => markup`<th scope="col" class="${lookOf(table, at)}">${head}</th>`);
  const older =
    more === 0 ? markup`` : markup`<p class="small faint">${plural(more, 'older week')}: see “Show as table”.</p>`;
  return markup`<div class="table-wrap"><table><caption class="sr">Weekly closes, newest first</caption>
<thead><tr>${columns}</tr></thead><tbody>${rows.map((row) => rowMarkup(row, table))}</tbody></table></div>${older}`;
}

const isSingle = ({ heads }: CloseTable): boolean => heads.at(-1) === 'Change';

/** What a single number is made of makes room on a phone. */
function lookOf(table: CloseTable, at: number): string {
  const single = isSingle(table);
  const made = single && at > 1 && at < table.heads.length - 2;
  return classNames(at > 1 && 'num', made && 'drop-narrow');
}

function rowMarkup({ week, taken, unfinished, cells, change }: CloseRow, table: CloseTable): Markup {
  const single = isSingle(table);
  const so = unfinished ? markup`<span class="faint small"> so far</span>` : markup``;
  const figures = cells.map((cell, at) => {
    const look = classNames(lookOf(table, at + 2), single && at === cells.length - 1 && 'strong');
    return markup`<td class="${look}">${cell}</td>`;
  });
  const moved = single ? markup`<td class="num">${change ? deltaMarkup(change) : unknownMarkup()}</td>` : markup``;
  return markup`<tr><th scope="row"><a href="/weeks/${week}">W${week.slice(6)}</a>${so}</th>
<td class="nw">${taken}</td>${figures}${moved}</tr>`;
}
