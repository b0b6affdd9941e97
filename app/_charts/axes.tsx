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
export function Axes({ plot, yTicks, xTicks }: Props) {
  const [axis = '', ...grid] = yTicks.map(({ y }) => `M${plot.left} ${y}H${plot.right}`);
  const marks = xTicks.map(({ x }) => `M${x} ${plot.bottom}v4`).join('');
  return (
    <>
      <path className="grid" d={grid.join('')} />
      <path className="axis" d={axis + marks} />
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

type NoteProps = Pick<Props, 'plot'> & { axisNote: string | null };

/** Below the days: that the axis begins higher than at 0. */
export const AxisNote = ({ plot, axisNote }: NoteProps) =>
  axisNote && (
    <text className="axis-note" x={plot.left} y={plot.bottom + 31}>
      {axisNote}
    </text>
  );
