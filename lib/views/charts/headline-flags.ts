import { daysBetween } from '@/lib/domain/day';
import type { Flag } from './chart-layout';
import type { SpecFlag } from './chart-spec';
import { flagsOf } from './flags';
import type { HeadlineChart } from './headline-chart';

/** Annotations above the headline's line, in one row: words where they fit, else numbers. */
export function headlineFlags({ from, to, width, plot }: HeadlineChart, all: readonly SpecFlag[]): Flag[] {
  const perDay = (plot.right - plot.left) / Math.max(1, daysBetween(from, to));
  const flags = all.filter((flag) => flag.to >= from && flag.from <= to);
  const x = (day: SpecFlag['from']) => Math.round((plot.left + daysBetween(from, day) * perDay) * 10) / 10;
  return flagsOf({ flags, from, to, today: to }, { narrow: true, width, x, rows: 1 });
}
