import { type Markup, markup } from '@/lib/views/markup';
import type { MetricMenu } from '@/lib/views/trends/trend-menu';

export type MenuText = { readonly label: string; readonly full: boolean; readonly body: Markup };

/** What can be added, as groups of links. */
export function menuMarkup({ label, full, groups }: MetricMenu): MenuText {
  const hint = full
    ? markup`<p class="menu-hint">Four lines are the most that stay apart. Remove one to add another.</p>`
    : markup``;
  const lists = groups.map(({ title, items }) => {
    const links = items.map(({ name, href }) => markup`<a href="${href}">${name}</a>`);
    return markup`<div class="menu-group"><p class="menu-title">${title}</p>${links}</div>`;
  });
  return { label, full, body: markup`${hint}${lists}` };
}
