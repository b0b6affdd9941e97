import type { Sparkline as Drawn } from '@/lib/views/charts/sparkline';
import { markup } from '@/lib/views/markup';
import { Picture } from './picture';

/** A line for a table row; its title says what and when, since it has no axis. */
export function Sparkline({ chart: { width, height, path, end }, title }: { chart: Drawn; title: string }) {
  const dot = end ? [markup`<circle class="dot" cx="${end.x}" cy="${end.y}" r="2"/>`] : [];
  return (
    <Picture
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={title}
      inside={markup`<path class="ln" d="${path}"/>${dot}`}
    />
  );
}
