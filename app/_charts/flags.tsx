import type { ChartLayout } from '@/lib/views/charts/chart-layout';
import './flags.css';

type Props = Pick<ChartLayout, 'flags'> & { plot: Pick<ChartLayout['plot'], 'top' | 'bottom'> };

/** What happened: a flag on its day, a bar over days that it lasted. */
export const Flags = ({ flags, plot }: Props) =>
  flags.map(({ id, x, y, text, anchor, until }) => (
    <g key={id} className="flags">
      <path className="flagline" d={`M${x} ${y ?? plot.top}V${plot.bottom}`} />
      {until !== null && <path className="flagspan" d={`M${x} ${plot.top - 2}H${until}`} />}
      {y !== null && (
        <>
          <path className="flag" d={`M${x} ${y}h9l-2.5 3.5l2.5 3.5h-9z`} />
          <text className="lb" x={anchor === 'start' ? x + 13 : x - 5} y={y + 8} textAnchor={anchor}>
            {text}
          </text>
        </>
      )}
    </g>
  ));
