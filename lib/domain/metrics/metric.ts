import type { AdoptionCounts, CountField } from '../snapshot';

/** What a value counts; `ratio` is 0 to 1, never a percentage. */
export type Unit = 'people' | 'licences' | 'ratio';

/** A named number derived from a day's counts. `base` is null for a plain count; a rate is `part` divided by `base`. */
export type Metric<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly unit: Unit;
  readonly part: CountField;
  readonly base: CountField | null;
  /** The direction that is good news; `none` when it depends. */
  readonly good: 'up' | 'down' | 'none';
  /** What it counts, out of which base, and what to be careful about. */
  readonly description: string;
};

/** A count, or a ratio from 0 to 1 (above 1 when Enpass's own numbers say so). A rate of nothing is unknown, not zero: `null`. */
export function metricValue(metric: Metric, counts: Partial<AdoptionCounts>): number | null {
  const part = counts[metric.part] ?? null;
  if (metric.base === null) return part;
  const base = counts[metric.base] ?? null;
  return part === null || base === null || base === 0 ? null : part / base;
}
