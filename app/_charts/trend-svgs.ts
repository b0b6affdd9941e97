import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { pictureOf } from '@/lib/views/charts/trend-layout';
import { type Markup, markup } from '@/lib/views/markup';
import { trendSvg } from './trend-svg';

const sizes = [
  { id: 'chart-wide', width: 1158, height: 360 },
  { id: 'chart-middle', width: 760, height: 360 },
  { id: 'chart-small', width: 342, height: 300 },
];

/** Once for each width it may be read at without a script; the style sheet picks. */
export const drawnTrend = (spec: ChartSpec): Markup =>
  markup`${sizes.map(({ id, ...size }) => trendSvg(pictureOf(spec, size), { id, title: spec.title }))}`;
