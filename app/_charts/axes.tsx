import { type Markup, markup } from '@/lib/views/markup';

type Props = {
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number };
  /** The lowest first: it is the line that days stand on. */
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly {
    readonly x: number;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly text: string;
  }[];
};

/** Levels and days of a chart. Lines of one kind are one path. */
export function Axes(axes: Props) {
  const { plot, yTicks, xTicks } = axes;
  const { grid, axis } = pathsOf(axes);
  return (
    <>
      <path className="grid" d={grid} />
      <path className="axis" d={axis} />
      {yTicks.map(({ y, text }) => (
        <text key={y} x={plot.left - 8} y={y + 4} textAnchor="end">
          {text}
        </text>
      ))}
      {xTicks.map(({ x, anchor, text }) => (
        <text key={x} x={x} y={plot.bottom + 16} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </>
  );
}

function pathsOf({ plot, yTicks, xTicks }: Props): { grid: string; axis: string } {
  const [axis = '', ...grid] = yTicks.map(({ y }) => `M${plot.left} ${y}H${plot.right}`);
  return { grid: grid.join(''), axis: axis + xTicks.map(({ x }) => `M${x} ${plot.bottom}v4`).join('') };
}

/** The same inside markup. */
export function axesMarkup(axes: Props): Markup {
  const { plot, yTicks, xTicks } = axes;
  const { grid, axis } = pathsOf(axes);
  const levels = yTicks.map(
    ({ y, text }) => markup`<text x="${plot.left - 8}" y="${y + 4}" text-anchor="end">${text}</text>`,
  );
  const days = xTicks.map(
    ({ x, anchor, text }) => markup`<text x="${x}" y="${plot.bottom + 16}" text-anchor="${anchor}">${text}</text>`,
  );
  return markup`<path class="grid" d="${grid}"/><path class="axis" d="${axis}"/>${levels}${days}`;
}
