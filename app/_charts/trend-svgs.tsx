import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { trendLayout } from '@/lib/views/charts/trend-layout';
import { TrendSvg } from './trend-svg';

const sizes = [
  { id: 'chart-wide', width: 1158, height: 360 },
  { id: 'chart-middle', width: 760, height: 360 },
  { id: 'chart-small', width: 342, height: 300 },
];

/** Once for each width it may be read at without a script; the style sheet picks. */
export const TrendSvgs = ({ spec }: { spec: ChartSpec }) =>
  sizes.map(({ id, ...size }) => <TrendSvg key={id} layout={trendLayout(spec, size)} title={spec.title} id={id} />);
