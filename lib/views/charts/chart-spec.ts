import type { Measured } from '@/lib/domain/comparison';
import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { Week } from '@/lib/domain/week';

/** One place on the time axis: a day, or a week (or several) with its last ISO week. `x` is the day it is drawn at. */
export type SpecSlot = {
  readonly from: Day;
  readonly to: Day;
  readonly x: Day;
  readonly week: Week | null;
  readonly unfinished: boolean;
};

/** Beside each other, one entry a slot: the value and what it is made of; null where there is no snapshot or no value. */
export type SpecValues = {
  readonly values: readonly (number | null)[];
  readonly parts: readonly (number | null)[];
  readonly bases: readonly (number | null)[];
  /** The day of the snapshot that the value is from. */
  readonly taken: readonly (Day | null)[];
};

export type SpecLine = SpecValues & {
  readonly id: MetricId;
  readonly name: string;
  readonly previous: SpecValues | null;
};

export type SpecPrevious = {
  /** "12 weeks before", and its days. */
  readonly name: string;
  readonly span: string;
  /** The last day of each slot there. */
  readonly days: readonly Day[];
};

export type SpecGap = { readonly from: Day; readonly to: Day; readonly days: number; readonly reason: string };

export type SpecFlag = {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly title: string;
  readonly number: number;
};

/** `due` is false when the due day lies beyond the chart: the line then runs out of it. */
export type SpecTarget = {
  readonly line: number;
  readonly value: number;
  readonly from: Day;
  readonly to: Day;
  readonly due: boolean;
  readonly text: string;
};

export type SpecForecast = {
  readonly line: number;
  /** From the newest snapshot on, one for each slot to come: a day, or a week. Low, middle and high as they are drawn, not rounded. */
  readonly points: readonly {
    readonly day: Day;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
  }[];
  /** Value and range, in words. */
  readonly text: string;
  readonly range: string;
};

/** Everything a trend shows, as plain data: drawn, listed as a table, searched for the nearest point, filed. */
export type ChartSpec = {
  /** What a reader hears instead of the chart. */
  readonly title: string;
  readonly unit: 'ratio' | 'count';
  /** The days of the time axis, `to` beyond the slots when a due day is in view. */
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly slots: readonly SpecSlot[];
  readonly lines: readonly SpecLine[];
  readonly previous: SpecPrevious | null;
  readonly gaps: readonly SpecGap[];
  readonly previousGaps: readonly SpecGap[];
  readonly flags: readonly SpecFlag[];
  readonly targets: readonly SpecTarget[];
  readonly forecasts: readonly SpecForecast[];
};

/** One place of a line, to be compared with another. */
export const measuredAt = ({ values, parts, bases }: SpecValues, at: number): Measured => ({
  value: values[at] ?? null,
  part: parts[at] ?? null,
  base: bases[at] ?? null,
});
