import type { Picture as Drawn, Flag, PictureLabel } from '@/lib/views/charts/chart-layout';
import { linePath } from '@/lib/views/charts/line';
import { type Markup, markup } from '@/lib/views/markup';
import { axesMarkup } from './axes';

type Look = { readonly title: string; readonly id: string };

/** A trend as the server draws it: the whole picture, readable before any script and without. `id` is unique on the page. */
export function trendSvg(picture: Drawn, { title, id }: Look): Markup {
  const { width, height } = picture;
  return markup`<svg class="chart ${id}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMid meet" role="img"
 aria-labelledby="${id}-title"><title id="${id}-title">${title}</title>${underOf(picture, id)}${linesOf(picture)}
${picture.labels.map(labelOf)}</svg>`;
}

/** What lies beneath the lines: weekends, grid, holes, range, target, flags. */
function underOf(picture: Drawn, id: string): Markup[] {
  const { plot, weekends, gaps, bands, targets, flags } = picture;
  const strips = (list: Drawn['gaps']) =>
    list.map(({ x, width }) => `M${x} ${plot.top}h${width}V${plot.bottom}h-${width}z`);
  const holes = strips(gaps);
  return [
    markup`<path class="weekend" d="${strips(weekends)}"/>`,
    axesMarkup(picture),
    markup`<pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern>`,
    markup`<path class="gap-ground" d="${holes}"/><path class="gap" d="${holes}" fill="url(#${id}-hatch)"/>`,
    ...bands.map(
      ({ tone, band, middle }) => markup`<path class="band" d="${band}"/><path class="fc s${tone}" d="${middle}"/>`,
    ),
    ...targets.map(({ from, to, y }) => markup`<path class="tg" d="M${from} ${y}H${to}"/>`),
    ...targets.map(({ to, y, ring }) => (ring ? markup`<circle class="tgd" cx="${to}" cy="${y}" r="3"/>` : markup``)),
    ...flags.map((flag) => flagOf(flag, plot)),
  ];
}

function flagOf({ x, y, text, anchor, until }: Flag, plot: Drawn['plot']): Markup {
  const span = until === null ? '' : `M${x} ${plot.top - 2}H${until}`;
  return markup`<path class="flagline" d="M${x} ${y}V${plot.bottom}"/><path class="flagspan" d="${span}"/>
<path class="flag" d="M${x} ${y}h9l-2.5 3.5l2.5 3.5h-9z"/>
<text class="lb" x="${anchor === 'start' ? x + 13 : x - 5}" y="${y + 8}" text-anchor="${anchor}">${text}</text>`;
}

function linesOf({ lines, now, plot }: Drawn): Markup[] {
  return [
    markup`<path class="today" d="${now === null ? '' : `M${now} ${plot.top}V${plot.bottom}`}"/>`,
    ...lines.map(({ tone, previous }) => {
      const look = lines.length > 1 ? `prev s${tone}` : 'prev';
      return markup`<path class="ln ${look}" d="${linePath(previous)}"/>`;
    }),
    ...lines.map(({ tone, spots }) => markup`<path class="ln s${tone}" d="${linePath(spots)}"/>`),
    ...lines.map(({ tone, end }) =>
      end ? markup`<circle class="dot s${tone}" cx="${end.x}" cy="${end.y}" r="3.5"/>` : markup``,
    ),
  ];
}

function labelOf({ x, y, anchor, lines, tone }: PictureLabel): Markup {
  const kind = tone === 'muted' ? '' : tone === 'strong' ? ' strong' : ` s${tone}`;
  const rows = lines.map((line, at) => markup`<tspan x="${x}" dy="${at === 0 ? 0 : 14}">${line}</tspan>`);
  return markup`<text class="lb${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${rows}</text>`;
}
