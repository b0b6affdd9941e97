import type { ChartLabel, ChartLayout, Strip } from '@/lib/views/charts/chart-layout';
import { linePath, lonePath } from '@/lib/views/charts/line';
import { Axes, AxisNote } from './axes';
import { Flags } from './flags';
import './trend-svg.css';

type Props = { layout: ChartLayout; title: string; id: string };

/** The one drawing of a trend: before any script and without, at the page's own width, printed, and as a file. `id` is unique on the page. */
export function TrendSvg({ layout, title, id }: Props) {
  const { width, height, labels } = layout;
  return (
    <svg
      className={`chart trend ${id}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{title}</title>
      <Days layout={layout} id={id} />
      <Outlooks layout={layout} />
      <Flags {...layout} />
      <Lines layout={layout} />
      {labels.map((label) => (
        <Label key={`${label.x} ${label.y} ${label.lines[0]}`} {...label} />
      ))}
    </svg>
  );
}

type Part = { layout: ChartLayout };

/** Weekends, grid and holes. */
function Days({ layout, id }: Part & { id: string }) {
  const { plot, weekends, gaps } = layout;
  const strips = (list: readonly Strip[]) =>
    list.map(({ x, width }) => `M${x} ${plot.top}h${width}V${plot.bottom}h-${width}z`).join('');
  return (
    <>
      <path className="weekend" d={strips(weekends)} />
      <Axes {...layout} />
      <AxisNote {...layout} />
      <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0V5" />
      </pattern>
      <path className="gap-ground" d={strips(gaps)} />
      <path className="gap" d={strips(gaps)} fill={`url(#${id}-hatch)`} />
    </>
  );
}

/** Ranges of forecasts, and targets with a ring at their due day. */
function Outlooks({ layout: { bands, targets } }: Part) {
  const rings = targets.filter(({ ring }) => ring).map(({ to, y }) => `M${to - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z`);
  return (
    <>
      {bands.map(({ tone, band, middle }) => (
        <g key={tone}>
          <path className="band" d={band} />
          <path className={`fc s${tone}`} d={middle} />
        </g>
      ))}
      <path className="tg" d={targets.map(({ from, to, y }) => `M${from} ${y}H${to}`).join('')} />
      <path className="tgd" d={rings.join('')} />
    </>
  );
}

/** The period before lies beneath; of one line it is grey, of several each has the colour of its own. */
function Lines({ layout: { lines, now, plot } }: Part) {
  return (
    <>
      {now !== null && <path className="today" d={`M${now} ${plot.top}V${plot.bottom}`} />}
      {lines.map(({ tone, previous }) => (
        <path key={tone} className={lines.length > 1 ? `ln prev s${tone}` : 'ln prev'} d={linePath(previous)} />
      ))}
      {lines.map(({ tone, points }) => (
        <g key={tone}>
          <path className={`ln s${tone}`} d={linePath(points)} />
          <path className={`ln lone s${tone}`} d={lonePath(points)} />
        </g>
      ))}
      {lines.map(
        ({ tone, end }) => end && <circle key={tone} className={`dot s${tone}`} cx={end.x} cy={end.y} r="3.5" />,
      )}
    </>
  );
}

function Label({ x, y, anchor, lines, tone }: ChartLabel) {
  const kind = tone === 'muted' ? '' : tone === 'strong' ? ' strong' : ` s${tone}`;
  return (
    <text className={`lb${kind}`} x={x} y={y} textAnchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} dy={at === 0 ? 0 : 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
