import type { HeadlineChart as Drawn } from '@/lib/views/charts/headline-chart';

/** A rate over time: gaps hatched and named, the newest value at the line's end. `id` is unique on the page. */
export function HeadlineChart({ chart, id, className }: { chart: Drawn; id: string; className: string }) {
  const { width, height, plot, line, end } = chart;
  return (
    <svg
      className={`chart ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <Axes chart={chart} />
      <Gaps chart={chart} id={id} />
      <path className="now" d={`M${end.x} ${plot.top}V${plot.bottom}`} />
      <path className="ln" d={line} />
      <circle className="dot" cx={end.x} cy={end.y} r="3.5" />
      <text className="lb value" x={end.label.x} y={end.label.y} textAnchor={end.label.anchor}>
        {end.label.text}
      </text>
      {chart.gapLabels.map(({ x, y, anchor, lines }) => (
        <text className="lb" key={x} x={x} y={y} textAnchor={anchor}>
          {lines[0]}
          <tspan x={x} dy="14">
            {lines[1]}
          </tspan>
        </text>
      ))}
    </svg>
  );
}

/** Lines of one kind are one path: the page is made anew for every reader, and each element of it costs. */
function Axes({ chart: { plot, yTicks, xTicks } }: { chart: Drawn }) {
  const [axis, ...grid] = yTicks.map(({ y }) => `M${plot.left} ${y}H${plot.right}`);
  return (
    <>
      <path className="grid" d={grid.join('')} />
      <path className="axis" d={`${axis ?? ''}${xTicks.map(({ x }) => `M${x} ${plot.bottom}v4`).join('')}`} />
      {yTicks.map(({ y, text }) => (
        <text key={text} x={plot.left - 8} y={y + 4} textAnchor="end">
          {text}
        </text>
      ))}
      {xTicks.map(({ x, anchor, text }) => (
        <text key={text} x={x} y={plot.bottom + 16} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </>
  );
}

function Gaps({ chart: { plot, gaps }, id }: { chart: Drawn; id: string }) {
  if (gaps.length === 0) return null;
  const strips = gaps.map(({ x, width }) => `M${x} ${plot.top}h${width}V${plot.bottom}h-${width}z`);
  return (
    <>
      <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0V5" />
      </pattern>
      <path className="gap" d={strips.join('')} fill={`url(#${id}-hatch)`} />
    </>
  );
}
