import type { Flag } from '@/lib/views/charts/chart-layout';
import type { HeadlineChart as Drawn } from '@/lib/views/charts/headline-chart';
import { Axes, AxisNote } from './axes';
import { Flags } from './flags';
import './headline-chart.css';

/** Of words above the plot: the chart grows by it, so that nothing else moves. */
const row = 14;

type Props = { chart: Drawn; flags: readonly Flag[]; id: string };

/** A rate over time: gaps hatched and named, the newest value at the line's end. `id` is unique on the page. */
export function HeadlineChart({ chart, flags, id }: Props) {
  const { title, width, plot } = chart;
  const above = flags.length > 0 ? row : 0;
  const height = chart.height + above;
  return (
    <svg
      className="chart headline"
      viewBox={`0 ${-above} ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{title}</title>
      <Axes {...chart} />
      <AxisNote {...chart} />
      <Gaps gaps={chart.gaps} id={id} />
      {chart.target && <Aim target={chart.target} />}
      {chart.outlook && <Outlook outlook={chart.outlook} />}
      <g transform={`translate(0 ${-above})`}>
        <Flags flags={flags} plot={{ top: plot.top + above, bottom: plot.bottom + above }} />
      </g>
      <Course {...chart} />
    </svg>
  );
}

function Gaps({ gaps, id }: Pick<Drawn, 'gaps'> & { id: string }) {
  if (gaps.length === 0) return null;
  const strips = gaps.flatMap(({ x, width, parts }) =>
    parts.map(({ top, bottom }) => `M${x} ${top}h${width}V${bottom}h-${width}z`),
  );
  return (
    <>
      <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0V5" />
      </pattern>
      <path className="gap" d={strips.join('')} fill={`url(#${id}-hatch)`} />
    </>
  );
}

/** The line of a target, and a ring where its day is in sight. */
const Aim = ({ target: { line, ring, label } }: { target: NonNullable<Drawn['target']> }) => (
  <>
    <path className="aim" d={line} />
    {ring && <circle className="ring" cx={ring.x} cy={ring.y} r="3" />}
    <text className="lb aim-name" x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  </>
);

/** Dots from the newest number on, in the range that holds four futures of five. */
const Outlook = ({ outlook: { band, middle, label } }: { outlook: NonNullable<Drawn['outlook']> }) => (
  <>
    <path className="band" d={band} />
    <path className="fc s1" d={middle} />
    {label && <TwoLines {...label} />}
  </>
);

const TwoLines = ({ x, y, anchor, lines: [first, second] }: Drawn['gapLabels'][number]) => (
  <text className="lb" x={x} y={y} textAnchor={anchor}>
    {first}
    <tspan x={x} dy="14">
      {second}
    </tspan>
  </text>
);

const Course = ({ plot, line, end: { x, y, label }, gapLabels }: Drawn) => (
  <>
    <path className="now" d={`M${x} ${plot.top}V${plot.bottom}`} />
    <path className="ln" d={line} />
    <circle className="dot" cx={x} cy={y} r="3.5" />
    <text className="lb value" x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
    {gapLabels.map((label) => (
      <TwoLines key={label.x} {...label} />
    ))}
  </>
);
