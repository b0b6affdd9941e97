import { type Day, daysBetween } from './day';
import { anchorsOf, at, type History, knownIn, type Series, seriesOf } from './forecast-history';
import { type Law, lawOf, movedIn, widthsIn } from './forecast-law';
import { type Held, ownHistoryOf } from './forecast-record';
import { type ForecastRefusal, forecastDays, refusalOf } from './forecast-refusals';
import { fieldsOf, type MetricId, metrics } from './metrics/adoption';
import type { Unit } from './metrics/metric';
import type { CountField } from './snapshot';

export type DayValue = { readonly day: Day; readonly value: number };

/** In the unit of the metric: people or licences, or a ratio from 0 to 1. */
export type Reach = { readonly low: number; readonly middle: number; readonly high: number };

/** How a metric goes on from its newest value. */
export type Forecast = {
  readonly metric: MetricId;
  readonly unit: Unit;
  readonly last: DayValue;
  readonly law: Law;
  /** How much wider than the law's own the range is, by what this organisation's past asks for: 1 to 3. */
  readonly factor: number;
  /** Of the forecasts that were made anew from its past. */
  readonly record: Held;
  /** What it cannot exceed: everybody, or the licences there are. */
  readonly most: number;
  /** Nobody can do more with Enpass than have a licence: a stage ends at the upper end of this. */
  readonly assigned: Forecast | null;
};

/** No range is told for days further ahead than this, counted from today. */
export const furthestWeeks = 26;

const activityMetrics: readonly MetricId[] = ['active_users', 'inactive_users', 'active'];
const stages: readonly MetricId[] = [
  'activated_license',
  'onboarded_users',
  'using_enpass',
  'added_items',
  'connected_browser_extension',
  'using_autofill',
];

/** The counts that forecasts of these metrics are made of. */
export const forecastFields = (ids: readonly MetricId[]): CountField[] => [
  ...new Set<CountField>([...fieldsOf(ids), 'assigned_license', 'total_license']),
];

/**
 * The forecast of a metric from what is known on `today`, or why there is none. `history` has the counts of `forecastFields`. The
 * whole method stands on the methodology page; it was found on simulated roll-outs, and `bench/forecast.ts` measures it on others.
 */
export function forecastOf(history: History | null, metric: MetricId, today: Day): Forecast | ForecastRefusal {
  const series = history && seriesOf(history, metric);
  const refused = refusalOf(series, { metric, today });
  if (refused) return refused;
  const forecast = history && series && lawfulOf(history, series, metric);
  return forecast ?? { kind: 'too-few', snapshots: series ? knownIn(series.values, forecastDays) : 0 };
}

export const isRefused = (forecast: Forecast | ForecastRefusal): forecast is ForecastRefusal => 'kind' in forecast;

/** The law with its bounds, however old the numbers are and whatever their base did; null where too little is known for any. */
function lawfulOf(history: History, series: Series, metric: MetricId): Forecast | null {
  const activity = activityMetrics.includes(metric);
  const anchors = anchorsOf(series.values);
  const bases = series.bases && anchorsOf(series.bases);
  const law = lawOf(anchors, 0, { activity, base: series.bases && at(series.bases, 0) });
  if (!law) return null;
  const value = at(series.values, 0);
  const { factor, held, of } = ownHistoryOf(anchors, bases, activity);
  const assigned = stages.includes(metric) ? seriesOf(history, 'assigned_license') : null;
  return {
    metric,
    unit: metrics[metric].unit,
    last: { day: series.lastDay, value },
    law,
    factor,
    record: { held, of },
    most: Math.max(value, series.bases ? 1 : licencesOn(history, series.lastDay)),
    assigned: assigned && lawfulOf(history, assigned, 'assigned_license'),
  };
}

/** Without a bound where that day's licences are unknown. */
function licencesOn({ lastDay, columns }: History, day: Day): number {
  const licences = at(columns.get('total_license') ?? new Float64Array(), daysBetween(day, lastDay));
  return Number.isNaN(licences) ? Number.POSITIVE_INFINITY : licences;
}

/**
 * What to expect on `day`, as it is drawn: the middle, and the range that is meant to hold four values of five. A day that is not
 * after the newest value gives that value. Never below nothing nor above what there can be.
 */
export function expectedOn(forecast: Forecast, day: Day): Reach {
  const { last, law, factor, most, assigned } = forecast;
  const weeks = Math.max(0, daysBetween(last.day, day) / 7);
  const middle = last.value + movedIn(law, weeks);
  const { above, below } = widthsIn(law, weeks);
  const ceiling = assigned ? Math.max(last.value, Math.min(most, expectedOn(assigned, day).high)) : most;
  const kept = (value: number) => Math.min(ceiling, Math.max(0, value));
  return { low: kept(middle - factor * below), middle: kept(middle), high: kept(middle + factor * above) };
}
