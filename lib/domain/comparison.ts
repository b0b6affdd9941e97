import { decimalsFor, difference, type Split, splitOf } from './change';
import { type MetricId, metricIds, metrics } from './metrics/adoption';
import { metricValue } from './metrics/metric';
import type { AdoptionCounts } from './snapshot';

/** A metric's value (a count, or a ratio) with the counts it is made of; a count is its own part and has no base. `null` is unknown. */
export type Measured = { readonly value: number | null; readonly part: number | null; readonly base: number | null };

export type ComparedMetric = {
  readonly metric: MetricId;
  readonly before: Measured;
  readonly after: Measured;
  /** A count's difference, or a rate's as a ratio; null when a side is unknown. */
  readonly change: number | null;
  /** Only rates known on both sides have one: where the change came from, in points that add up as printed with `decimals`. */
  readonly split: Split | null;
  readonly decimals: number;
};

/** Every metric on two days, in the order of the catalogue. */
export const compareCounts = (before: AdoptionCounts, after: AdoptionCounts): ComparedMetric[] =>
  metricIds.map((id) => compareMetric(id, before, after));

/** One metric on two days. A side that is null has no snapshot: its numbers and the change are null, never 0. */
export function compareMetric(
  id: MetricId,
  before: AdoptionCounts | null,
  after: AdoptionCounts | null,
): ComparedMetric {
  const [then, now] = [measure(id, before), measure(id, after)];
  const decimals = decimalsFor(then.value, now.value);
  const split = metrics[id].base === null ? null : splitOf(then, now, decimals);
  return { metric: id, before: then, after: now, change: difference(then.value, now.value), split, decimals };
}

/** A metric of one day; everything is null without counts. A base of 0 gives a null value beside its part and base. */
export function measure(id: MetricId, counts: AdoptionCounts | null): Measured {
  if (!counts) return { value: null, part: null, base: null };
  const metric = metrics[id];
  return {
    value: metricValue(metric, counts),
    part: counts[metric.part],
    base: metric.base === null ? null : counts[metric.base],
  };
}
