import { fewestSnapshots, forecastDays, type Reach } from '@/lib/domain/forecast';
import { roundHalf } from '@/lib/domain/round';
import type { ForecastView, NoForecast, Target } from '@/lib/domain/target';
import { isRate, movedWords, valueWords, wholeValue } from './metrics';
import { dayAndMonth, fullDay, plural } from './numbers';

/** Where the forecast comes from, for the page and for whoever doubts it. */
export const forecastMethod = `Drift method on the last ${forecastDays / 7} weeks: the mean change a week goes on from the newest snapshot, and the range holds four futures of five, from how far the weekly changes stray (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2 and 5.5). Gaps are not filled in. Refused with fewer than ${fewestSnapshots} snapshots, a flat pace, or a pace away from the target.`;

/** What is expected on the due day and when the value comes, or why nothing can be. */
export function forecastWords({ metric, value, dueDay }: Target, forecast: ForecastView): string {
  if (forecast.refused) return refusalWords({ metric }, forecast.refused);
  const { atDue, arrival } = forecast;
  const range = rangeWords(metric, atDue);
  const what = `Forecast for ${fullDay(dueDay)}: ${amountWords(metric, atDue.middle)}, ${range ? `range ${range}` : 'without a range: all weeks moved alike'}.`;
  return arrival && dueDay !== arrival.middle
    ? `${what} At this pace ${wholeValue(metric, value)} comes about ${fullDay(arrival.middle)}${betweenWords(arrival)}.`
    : what;
}

/** 61.9% of a ratio, 404 of 403.6: a forecast counts whole people. */
export const amountWords = (metric: Target['metric'], amount: number): string =>
  valueWords(metric, isRate(metric) ? amount : roundHalf(amount));

/** 63.8–66.7%, one sign of percent for both; null when both ends read the same. */
export function rangeWords(metric: Target['metric'], { low, high }: Pick<Reach, 'low' | 'high'>): string | null {
  const [least, most] = [amountWords(metric, low), amountWords(metric, high)];
  if (least === most) return null;
  return `${isRate(metric) ? least.replace('%', '') : least}–${most}`;
}

type Arrival = NonNullable<Extract<ForecastView, { refused: null }>['arrival']>;

function betweenWords({ earliest, latest }: Arrival): string {
  if (latest === null) return `, not before ${fullDay(earliest)}`;
  if (earliest === latest) return '';
  return `, between ${dayAndMonth(earliest, latest)} and ${fullDay(latest)}`;
}

/** Why there is no forecast, as a sentence. */
export function refusalWords({ metric }: Pick<Target, 'metric'>, refusal: NoForecast): string {
  switch (refusal.kind) {
    case 'too-few':
      return `No forecast: ${plural(refusal.snapshots, 'snapshot')} in the last ${forecastDays / 7} weeks, ${fewestSnapshots} are needed.`;
    case 'over':
      return 'No forecast: the due day has come.';
    case 'flat':
      return refusal.low === refusal.high
        ? `No forecast: it stayed at ${valueWords(metric, refusal.low)} for the last ${forecastDays / 7} weeks.`
        : `No forecast: it stayed between ${valueWords(metric, refusal.low)} and ${valueWords(metric, refusal.high)} in the last ${forecastDays / 7} weeks, without a direction.`;
    case 'away':
      return `No forecast: it moves away from the target (${movedWords(metric, isRate(metric) ? refusal.perWeek : roundHalf(refusal.perWeek * 10) / 10)} a week).`;
  }
}
