import { type Markup, markup } from '@/lib/views/markup';
import type { TrendFact } from '@/lib/views/trends/trend-facts';
import { deltaMarkup } from '../../../_ui/delta';

/** What moved, why, how fast and where to: the terms of a description list. */
export const factsMarkup = (facts: readonly TrendFact[]): Markup => markup`${facts.map(factMarkup)}`;

function factMarkup({ name, moved, figure, beside, source }: TrendFact): Markup {
  const shown = moved ? deltaMarkup(moved) : markup`${figure}`;
  const lighter = beside === null ? markup`` : markup`<span class="beside"> ${beside}</span>`;
  return markup`<div><dt>${name}</dt><dd class="big">${shown}${lighter}</dd><dd class="source">${source}</dd></div>`;
}
