import type { Sparkline } from '@/lib/views/charts/sparkline';
import { type Markup, markup } from '@/lib/views/markup';

/** A line for a table row; its title says what and when, since it has no axis. */
export function sparklineMarkup({ width, height, path, end }: Sparkline, title: string): Markup {
  const dot = end ? [markup`<circle class="dot" cx="${end.x}" cy="${end.y}" r="2"/>`] : [];
  return markup`<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"
 aria-label="${title}"><path class="ln" d="${path}"/>${dot}</svg>`;
}
