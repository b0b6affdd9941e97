import type { Sparkline as Drawn } from '@/lib/views/charts/sparkline';
import './sparkline.css';

/** A line for a table row; its title says what and when, since it has no axis. */
export function Sparkline({ chart: { width, height, path, end }, title }: { chart: Drawn; title: string }) {
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={title}
    >
      <path className="ln" d={path} />
      {end && <circle className="dot" cx={end.x} cy={end.y} r="2" />}
    </svg>
  );
}
