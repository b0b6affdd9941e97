import { addDays, type Day, daysBetween } from './day';
import { type MetricId, metrics } from './metrics/adoption';
import type { CountField } from './snapshot';
import type { CapturedDay } from './trend';

/** How many weeks lie behind an origin that a law looks at, and how far back the furthest origin lies that is checked. */
export const lawWeeks = 52;
export const furthestOrigin = 60;
/** Where the day itself has no snapshot, the nearest earlier one within three days stands for it. */
const standInDays = 3;
/** The days that a forecast with its own history is made of, the newest included. */
export const historyDays = 7 * (furthestOrigin + lawWeeks) + standInDays + 1;

/** Counts by days back from `lastDay`, that of the newest row: NaN where unknown. Whole arrays, because date strings take 18 times as long. */
export type History = {
  readonly lastDay: Day;
  readonly columns: ReadonlyMap<CountField, Float64Array>;
};

/** `values[n]` is n days before `lastDay`, `values[0]` the newest known one; `bases` are a rate's, null for a count. */
export type Series = {
  readonly lastDay: Day;
  readonly values: Float64Array;
  readonly bases: Float64Array | null;
};

/** `rows` are in order of day; of more days than a forecast needs, the newest count. Null without a row. */
export function historyOf(rows: readonly CapturedDay[], fields: readonly CountField[]): History | null {
  const lastDay = rows.at(-1)?.day;
  if (lastDay === undefined) return null;
  const columns = new Map(fields.map((field) => [field, new Float64Array(historyDays).fill(Number.NaN)]));
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const back = row ? daysBetween(row.day, lastDay) : historyDays;
    if (!row || back >= historyDays) break;
    for (const [field, column] of columns) column[back] = row[field] ?? Number.NaN;
  }
  return { lastDay, columns };
}

/** A metric's values from its newest known one back: counts, or ratios from 0 to 1. Null where none is known. */
export function seriesOf({ lastDay, columns }: History, id: MetricId): Series | null {
  const metric = metrics[id];
  const parts = columns.get(metric.part);
  const bases = metric.base === null ? null : columns.get(metric.base);
  if (!parts || bases === undefined) return null;
  const values = bases === null ? parts : parts.map((part, back) => ratio(part, bases[back] ?? Number.NaN));
  const newest = values.findIndex((value) => !Number.isNaN(value));
  if (newest < 0) return null;
  return {
    lastDay: addDays(lastDay, -newest),
    values: values.subarray(newest),
    bases: bases === null ? null : bases.subarray(newest),
  };
}

/** A rate of nothing is unknown. */
const ratio = (part: number, base: number): number => (base === 0 ? Number.NaN : part / base);

/**
 * Anchors a(0), a(1), ...: the values 0, 7, 14, ... days back, each that day's, else that of the nearest earlier day within three;
 * NaN where none of these is known. Whole weeks remove the weekday.
 */
export function anchorsOf(values: Float64Array): Float64Array {
  const anchors = new Float64Array(furthestOrigin + lawWeeks + 1).fill(Number.NaN);
  for (let week = 0; week < anchors.length; week += 1) {
    for (let late = 0; late <= standInDays && Number.isNaN(at(anchors, week)); late += 1) {
      anchors[week] = at(values, week * 7 + late);
    }
  }
  return anchors;
}

/** Beyond its ends an array knows nothing. */
export const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;

/** How many of the newest `days` days are known. */
export function knownIn(values: Float64Array, days: number): number {
  let known = 0;
  for (let back = 0; back < days; back += 1) if (!Number.isNaN(at(values, back))) known += 1;
  return known;
}
