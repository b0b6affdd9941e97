import { decimalsFor, difference, hasBaseMoved, type NoSplit, type Split, splitOf } from './change';
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
  /** Where a rate's change came from, in points that add up as printed with `decimals`; null for a count, and as `noSplit` says. */
  readonly split: Split | null;
  /** Why a rate has no split; null when it has one, and for a count. */
  readonly noSplit: NoSplit | null;
  /** What both values, the change and its parts are shown with, in percent. */
  readonly decimals: number;
};

/** Every metric on two days, in the order of the catalogue. */
export const compareCounts = (before: AdoptionCounts, after: AdoptionCounts): ComparedMetric[] =>
  metricIds.map((id) => compareMetric(id, before, after));

/** One metric on two days. A side that is null has no snapshot: its numbers and the change are null, never 0. */
export function compareMetric(
  id: MetricId,
  before: Partial<AdoptionCounts> | null,
  after: Partial<AdoptionCounts> | null,
): ComparedMetric {
  return compareMeasured(id, measure(id, before), measure(id, after));
}

/** The one rule by which two values of a metric are told beside each other: every page, text and file asks here. */
export function compareMeasured(id: MetricId, before: Measured, after: Measured): ComparedMetric {
  const decimals = decimalsFor(before.value, after.value);
  const change = difference(before.value, after.value);
  const told = { metric: id, before, after, change, decimals };
  if (metrics[id].base === null) return { ...told, split: null, noSplit: null };
  const split = hasBaseMoved(before, after) ? null : splitOf(before, after, decimals);
  return { ...told, split, noSplit: split ? null : change === null ? 'unknown' : 'base-moved' };
}

/** A metric of one day; everything is null without counts. A base of 0 gives a null value beside its part and base. */
export function measure(id: MetricId, counts: Partial<AdoptionCounts> | null): Measured {
  if (!counts) return { value: null, part: null, base: null };
  const metric = metrics[id];
  return {
    value: metricValue(metric, counts),
    part: counts[metric.part] ?? null,
    base: metric.base === null ? null : (counts[metric.base] ?? null),
  };
}
