import { type Day, daysBetween } from './day';
import { type DayValue, type Forecast, forecastOf } from './forecast';
import { type History, seriesOf } from './forecast-history';
import { paceOf } from './forecast-pace';
import { type ForecastRefusal, stalestDays } from './forecast-refusals';
import { type MetricId, metrics } from './metrics/adoption';
import { metricValue } from './metrics/metric';
import type { CapturedDay } from './trend';
import { weekOf } from './week';

/** A day on which the metric is known; `part` and `base` are what a rate is made of, a count is its own part. */
export type Known = DayValue & {
  readonly part: number;
  readonly base: number | null;
  /** What no base of people exceeds; null when unknown, and where licences are the base themselves. */
  readonly licences: number | null;
};

/** How one metric stands on a day: what all its targets are judged by. */
export type Standing = {
  /** In order of day. */
  readonly known: readonly Known[];
  readonly forecast: Forecast | ForecastRefusal;
  /** In people or licences. */
  readonly pacePerWeek: number | null;
  readonly basePacePerWeek: number | null;
  /** The changes between weekly closes of the last 26 weeks that lie a week apart. */
  readonly weekChanges: readonly number[];
};

const bestOfWeeks = 26;
/** Closes of weeks lie on unequal weekdays: only these many days apart they are compared as a week. */
const weekLength = { least: 6, most: 8 };

export function standingIn(
  rows: readonly CapturedDay[],
  history: History | null,
  { metric, today }: { metric: MetricId; today: Day },
): Standing {
  const known = rows.flatMap((row) => knownOn(row, metric));
  const last = known.at(-1)?.day;
  const fresh = last !== undefined && daysBetween(last, today) <= stalestDays;
  const { part, base } = metrics[metric];
  const paced = (count: MetricId) => (history && fresh ? paceOfCount(history, count) : null);
  return {
    known,
    forecast: forecastOf(history, metric, today),
    pacePerWeek: paced(part),
    basePacePerWeek: base === null ? null : paced(base),
    weekChanges: weekChangesOf(known),
  };
}

function knownOn(row: CapturedDay, id: MetricId): Known[] {
  const metric = metrics[id];
  const [value, part] = [metricValue(metric, row), row[metric.part] ?? null];
  const base = metric.base === null ? null : (row[metric.base] ?? null);
  const licences = metric.base === 'total_license' ? null : (row.total_license ?? null);
  return value === null || part === null ? [] : [{ day: row.day, value, part, base, licences }];
}

function paceOfCount(history: History, count: MetricId): number | null {
  const series = seriesOf(history, count);
  return series && (paceOf(series.values)?.perWeek ?? null);
}

function weekChangesOf(known: readonly Known[]): number[] {
  const closes = [...new Map(known.slice(-7 * (bestOfWeeks + 1)).map((one) => [weekOf(one.day), one])).values()];
  return closes
    .slice(-bestOfWeeks - 1)
    .slice(1)
    .flatMap((close, index, later) => {
      const before = index === 0 ? closes.at(-later.length - 1) : later[index - 1];
      const days = before ? daysBetween(before.day, close.day) : 0;
      return before && days >= weekLength.least && days <= weekLength.most ? [close.part - before.part] : [];
    });
}
