import type { ChartLayout } from '@/lib/views/charts/chart-layout';
import type { Selection } from '@/lib/views/trends/pointed';

type Props = { layout: ChartLayout; pointed: number | null; pinned: number | null; selection: Selection | null };

/** Upon the drawing: the place pointed at, the one that is pinned, and the days chosen between two. */
export function PointerMarks({ layout: { width, height, plot, places }, pointed, pinned, selection }: Props) {
  const x = (at: number) => places[at] ?? plot.left;
  const down = (at: number) => `M${x(at)} ${plot.top}V${plot.bottom}`;
  const ends = selection ? [x(selection.anchor), x(selection.to)] : [];
  return (
    <svg
      className="chart trend rule"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {ends.length > 0 && (
        <rect
          className="chosen"
          x={Math.min(...ends)}
          y={plot.top}
          width={Math.max(...ends) - Math.min(...ends)}
          height={plot.bottom - plot.top}
        />
      )}
      {pinned !== null && <path className="pin" d={`${down(pinned)}m-4 0h8l-4 -6z`} />}
      {pointed !== null && <path className="cross" d={down(pointed)} />}
    </svg>
  );
}
