import { addDays, type Day } from './day';
import type { Gap, GapReason } from './gap';
import { type Metric, metricValue } from './metrics/metric';
import { contains, lengthInDays, type Period } from './period';
import type { Run } from './run';
import type { CapturedDay } from './trend';
import type { Slot } from './trend-span';
import type { Week } from './week';

/** `day` is the slot's last day, `takenDay` that of the snapshot the value is from; `part` and `base` are what it is made of. */
export type LinePoint = {
  readonly day: Day;
  readonly week: Week | null;
  readonly takenDay: Day | null;
  readonly value: number | null;
  readonly part: number | null;
  readonly base: number | null;
  /** The slot is not over: "so far". */
  readonly unfinished: boolean;
};

/**
 * One point a slot, from the last row inside it; a slot without a row has null for a value and `takenDay`, a rate of nothing null for
 * a value alone. `rows` and `slots` are in order of day.
 */
export function lineOf(
  metric: Metric,
  rows: readonly CapturedDay[],
  { slots, today }: { slots: readonly Slot[]; today: Day },
): LinePoint[] {
  let next = 0;
  return slots.map(({ from, to, week }) => {
    let last: CapturedDay | undefined;
    for (let row = rows[next]; row && row.day <= to; next += 1, row = rows[next]) if (row.day >= from) last = row;
    return {
      day: to,
      week,
      takenDay: last?.day ?? null,
      value: last ? metricValue(metric, last) : null,
      part: last?.[metric.part] ?? null,
      base: metric.base === null ? null : (last?.[metric.base] ?? null),
      unfinished: week !== null && to >= today,
    };
  });
}

type Input = {
  readonly first: Day | null;
  readonly today: Day;
  /** Failed runs of that time, oldest first. */
  readonly failedRuns: readonly Pick<Run, 'day' | 'failure'>[];
};

/**
 * The holes of weekly lines: empty slots after the first snapshot and before today, with the kind of their last failed run.
 * Joined where they follow each other for one reason.
 */
export function gapsOfSlots(empty: readonly Period[], { first, today, failedRuns }: Input): Gap[] {
  const gaps: Gap[] = [];
  for (const slot of first === null ? [] : empty) {
    const from = first !== null && slot.from <= first ? addDays(first, 1) : slot.from;
    const to = slot.to < today ? slot.to : addDays(today, -1);
    if (from > to) continue;
    const { reason, status } = reasonIn({ from, to }, failedRuns);
    const last = gaps.at(-1);
    const goesOn = last && last.reason === reason && last.status === status && addDays(last.to, 1) === from;
    if (goesOn) gaps.pop();
    const since = goesOn ? last.from : from;
    gaps.push({ from: since, to, days: lengthInDays({ from: since, to }), reason, status });
  }
  return gaps;
}

/** The slots of a line without a snapshot. */
export const emptySlots = (points: readonly LinePoint[], slots: readonly Slot[]): Slot[] =>
  slots.filter((_, index) => points[index]?.takenDay === null);

function reasonIn(span: Period, failedRuns: Input['failedRuns']): GapReason {
  const failure = failedRuns.findLast(({ day }) => contains(span, day))?.failure;
  return failure ? { reason: failure.kind, status: failure.status } : { reason: 'not-running', status: null };
}
