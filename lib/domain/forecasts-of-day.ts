import { addDays, type Day } from './day';
import { expectedOn, forecastOf, isRefused, type Reach } from './forecast';
import type { History } from './forecast-history';
import { wholeReach } from './forecast-shown';
import { isTooFar } from './forecast-view';
import { type MetricId, rateIds } from './metrics/adoption';
import type { Target } from './target';

/** A forecast as it is kept, to be compared with what comes. */
export type StoredForecast = Reach & { readonly metric: MetricId; readonly forDay: Day };

const ratesAhead = [4, 8, 13];

/** What is kept of a day: the rates in 4, 8 and 13 weeks, and what targets look forward to. Nothing of what is refused. */
export function forecastsOfDay(
  history: History | null,
  targets: readonly Pick<Target, 'metric' | 'dueDay'>[],
  day: Day,
): StoredForecast[] {
  const wanted = new Map<MetricId, Set<Day>>(
    rateIds.map((id) => [id, new Set(ratesAhead.map((weeks) => addDays(day, weeks * 7)))]),
  );
  for (const { metric, dueDay } of targets) {
    if (dueDay > day && !isTooFar(dueDay, day)) wanted.set(metric, new Set([...(wanted.get(metric) ?? []), dueDay]));
  }
  return [...wanted].flatMap(([metric, days]) => {
    const forecast = forecastOf(history, metric, day);
    if (isRefused(forecast)) return [];
    return [...days].map((forDay) => ({ metric, forDay, ...wholeReach(forecast.unit, expectedOn(forecast, forDay)) }));
  });
}
