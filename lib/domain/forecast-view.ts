import { type Day, daysBetween } from './day';
import { expectedOn, type Forecast, furthestWeeks, isRefused } from './forecast';
import type { Held } from './forecast-record';
import type { ForecastRefusal } from './forecast-refusals';
import { wholeReach } from './forecast-shown';
import type { MetricId } from './metrics/adoption';

/** `made`: of forecasts stored on the day they were made; `recomputed`: made anew from the past, where too few stored ones have come due. */
export type ForecastRecord = Held & { readonly kind: 'made' | 'recomputed' };

/** `too-far`: there is a middle, and no range that would hold. */
export type NoRange = ForecastRefusal | { readonly kind: 'too-far' };

/** What is told of one day: whole people of a count, a rate as a ratio; null where it is refused. */
export type ForecastView = {
  readonly metric: MetricId;
  readonly on: Day;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
  readonly refused: NoRange | null;
  readonly record: ForecastRecord;
};

/** So many stored forecasts have to have come due before they are the record. */
export const fewestMade = 20;

type Asked = {
  readonly metric: MetricId;
  readonly on: Day;
  readonly today: Day;
  /** Of the stored forecasts that have come due; null or fewer than twenty: the record is recomputed. */
  readonly made: Held | null;
};

export function forecastView(forecast: Forecast | ForecastRefusal, { metric, on, today, made }: Asked): ForecastView {
  const record = recordOf(forecast, made);
  if (isRefused(forecast)) return { metric, on, low: null, middle: null, high: null, refused: forecast, record };
  const reach = wholeReach(forecast.unit, expectedOn(forecast, on));
  if (!isTooFar(on, today)) return { metric, on, ...reach, refused: null, record };
  return { metric, on, low: null, middle: reach.middle, high: null, refused: { kind: 'too-far' }, record };
}

export const isTooFar = (on: Day, today: Day): boolean => daysBetween(today, on) > furthestWeeks * 7;

function recordOf(forecast: Forecast | ForecastRefusal, made: Held | null): ForecastRecord {
  if (made && made.of >= fewestMade) return { ...made, kind: 'made' };
  const { held, of } = isRefused(forecast) ? { held: 0, of: 0 } : forecast.record;
  return { held, of, kind: 'recomputed' };
}
