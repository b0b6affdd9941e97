import type { HeadlineChart as Drawn } from '@/lib/views/charts/headline-chart';
import { type Markup, markup } from '@/lib/views/markup';
import { axesMarkup } from './axes';
import { Picture } from './picture';

/** A rate over time: gaps hatched and named, the newest value at the line's end. `id` is unique on the page. */
export function HeadlineChart({ chart, id, className }: { chart: Drawn; id: string; className: string }) {
  const { title, width, height } = chart;
  return (
    <Picture
      className={`chart ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
      inside={markup`<title id="${id}-title">${title}</title>${axesMarkup(chart)}${gapsOf(chart, id)}${aimOf(chart)}${outlookOf(chart)}${courseOf(chart)}`}
    />
  );
}

function gapsOf({ gaps }: Drawn, id: string): readonly Markup[] {
  if (gaps.length === 0) return [];
  const strips = gaps.flatMap(({ x, width, parts }) =>
    parts.map(({ top, bottom }) => `M${x} ${top}h${width}V${bottom}h-${width}z`),
  );
  return [
    markup`<pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
    markup`<path class="hatch" d="M0 0V5"/></pattern><path class="gap" d="${strips}" fill="url(#${id}-hatch)"/>`,
  ];
}

/** The line of a target, and a ring where its day is in sight. */
function aimOf({ target }: Drawn): readonly Markup[] {
  if (target === null) return [];
  const { line, ring, label } = target;
  return [
    markup`<path class="aim" d="${line}"/>${ring ? [markup`<circle class="ring" cx="${ring.x}" cy="${ring.y}" r="3"/>`] : []}`,
    markup`<text class="lb aim-name" x="${label.x}" y="${label.y}" text-anchor="${label.anchor}">${label.text}</text>`,
  ];
}

/** Dots from the newest number on, in the range that holds four futures of five. */
function outlookOf({ outlook }: Drawn): readonly Markup[] {
  if (outlook === null) return [];
  const { band, middle, label } = outlook;
  return [
    markup`<path class="band" d="${band}"/><path class="fc s1" d="${middle}"/>`,
    ...(label ? [twoLines(label)] : []),
  ];
}

const twoLines = ({ x, y, anchor, lines: [first, second] }: Drawn['gapLabels'][number]): Markup =>
  markup`<text class="lb" x="${x}" y="${y}" text-anchor="${anchor}">${first}<tspan x="${x}" dy="14">${second}</tspan></text>`;

function courseOf({ plot, line, end: { x, y, label }, gapLabels }: Drawn): Markup {
  const why = gapLabels.map(twoLines);
  return markup`<path class="now" d="M${x} ${plot.top}V${plot.bottom}"/><path class="ln" d="${line}"/>
<circle class="dot" cx="${x}" cy="${y}" r="3.5"/>
<text class="lb value" x="${label.x}" y="${label.y}" text-anchor="${label.anchor}">${label.text}</text>${why}`;
}
