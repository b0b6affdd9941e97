import { type Markup, markup } from '@/lib/views/markup';
import type { TrendNote } from '@/lib/views/trends/trend-notes';
import { iconMarkup } from '../../../_ui/icon';
import { toneIcon } from '../../../_ui/status-tone';

const icons = { gap: 'gap', flag: 'flag' } as const;

/** What to know beside the line, as a list of what looks like `Note`. */
export const notesMarkup = (notes: readonly TrendNote[]): Markup =>
  markup`<ul class="list">${notes.map(noteMarkup)}</ul>`;

function noteMarkup({ kind, tone, fact, sentence, number, href }: TrendNote): Markup {
  const icon = iconMarkup(kind === 'gap' || kind === 'flag' ? icons[kind] : toneIcon[tone]);
  const counted = number === null ? markup`` : markup`<span class="faint">${number} </span>`;
  const more = href === null ? markup`` : markup` <a href="${href}">Before and after</a>`;
  return markup`<li><div class="note ${tone}">${icon}<div><p>${counted}<b>${fact}</b> ${sentence}${more}</p></div></div></li>`;
}
