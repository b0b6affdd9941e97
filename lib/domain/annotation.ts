import { addDays, type Day, daysBetween } from './day';
import { type Metric, metricValue } from './metrics/metric';
import type { Period } from './period';
import type { CapturedDay } from './trend';

export const annotationKinds = ['campaign', 'reminder', 'training', 'licence-change', 'other'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Something that happened on a day (`from` and `to` are the same) or over a span of days. */
export type Annotation = {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly title: string;
  readonly kind: AnnotationKind;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly changedByName: string | null;
  readonly changedAt: Date | null;
};

const longestDays = 28;
const shortestDays = 7;
const tolerance = 3;

/**
 * Equal spans, at most four weeks: one ends on the annotation's first day, one begins on its last. `known` are the first and the
 * last captured day; null when less than a week lies between them and the annotation on a side.
 */
export function spansAround(
  { from, to }: Period,
  known: { readonly first: Day; readonly last: Day },
): { readonly before: Period; readonly after: Period } | null {
  const days = Math.min(longestDays, daysBetween(known.first, from), daysBetween(to, known.last));
  if (days < shortestDays) return null;
  return { before: { from: addDays(from, -days), to: from }, after: { from: to, to: addDays(to, days) } };
}

/**
 * The net change between two snapshots of a span, and what it makes a week, in the metric's unit (ratios for a rate). The days are
 * those of the snapshots.
 */
export type SpanChange = Period & { readonly change: number; readonly perWeek: number };

/** An observation, never an effect: what else happened in those weeks, the numbers do not say. */
export type ReadOut = { readonly before: SpanChange; readonly after: SpanChange };

/**
 * Null when a side has no snapshot within three days of its ends, or one without the metric. A gap is stood in for by an earlier day,
 * but where the time after begins by a later one: it never begins before the annotation ends. `rows` are in order of day.
 */
export function readOutOf(
  metric: Metric,
  rows: readonly CapturedDay[],
  spans: { before: Period; after: Period },
): ReadOut | null {
  const before = changeBetween(metric, near(rows, spans.before.from), near(rows, spans.before.to));
  const after = changeBetween(metric, next(rows, spans.after.from), near(rows, spans.after.to));
  return before && after && { before, after };
}

function changeBetween(metric: Metric, start: CapturedDay | null, end: CapturedDay | null): SpanChange | null {
  const days = start && end ? daysBetween(start.day, end.day) : 0;
  if (!start || !end || days <= 0) return null;
  const [from, to] = [metricValue(metric, start), metricValue(metric, end)];
  if (from === null || to === null) return null;
  return { from: start.day, to: end.day, change: to - from, perWeek: ((to - from) / days) * 7 };
}

/** The snapshot of a day, or the nearest earlier one within three days. */
function near(rows: readonly CapturedDay[], day: Day): CapturedDay | null {
  const row = rows.findLast((candidate) => candidate.day <= day);
  return row && row.day >= addDays(day, -tolerance) ? row : null;
}

/** The snapshot of a day, or the nearest later one within three days. */
function next(rows: readonly CapturedDay[], day: Day): CapturedDay | null {
  const row = rows.find((candidate) => candidate.day >= day);
  return row && row.day <= addDays(day, tolerance) ? row : null;
}
