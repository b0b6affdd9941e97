import type { Day } from './day';
import { type Metric, metricValue } from './metrics/metric';
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

/** The slots of a line without a snapshot. */
export const emptySlots = (points: readonly LinePoint[], slots: readonly Slot[]): Slot[] =>
  slots.filter((_, index) => points[index]?.takenDay === null);
