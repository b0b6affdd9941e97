import { furthestWeeks } from '@/lib/domain/forecast';
import type { Arrival, ArrivalRefusal } from '@/lib/domain/forecast-arrival';
import { fewestSnapshots, forecastDays, stalestDays } from '@/lib/domain/forecast-refusals';
import { chosenDecimals } from '@/lib/domain/forecast-shown';
import type { ForecastRecord, ForecastView, NoRange } from '@/lib/domain/forecast-view';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import type { Target } from '@/lib/domain/target';
import { isRate, movedWords, valueWords, wholeValue } from './metrics';
import { countWords, fullDay, plural } from './numbers';

/** What is expected on the due day and when the value comes, or why nothing can be. */
export function forecastWords(
  { metric, value }: Pick<Target, 'metric' | 'value'>,
  { arrival, ...view }: ForecastView & { readonly arrival: Arrival | null },
): string {
  const when = arrival && arrivalWords(metric, value, arrival);
  return [expectedWords(view, decimalsBeside(metric, value)), when, heldWords(view.record)]
    .filter((words) => words)
    .join(' ');
}

/** Forecast for 31 January 2027: 78.3%, range 73.3–83.4%. */
function expectedWords({ metric, on, low, middle, high, refused }: ForecastView, decimals: number): string {
  if (refused || low === null || middle === null || high === null) return refused ? refusalWords(metric, refused) : '';
  const range = rangeWords(metric, { low, high }, decimals);
  const same = low === high ? '; nothing else is to be expected' : ', and so is its whole range';
  return `Forecast for ${fullDay(on)}: ${amountWords(metric, middle, decimals)}${range === null ? same : `, range ${range}`}.`;
}

/** A forecast is told as finely as the value that was chosen for it. */
export const decimalsBeside = (metric: MetricId, chosen: number): number =>
  isRate(metric) ? chosenDecimals(chosen) : 1;

/** 61.9% of a ratio, 404 of 403.6: a forecast counts whole people. */
export const amountWords = (metric: MetricId, amount: number, decimals = 1): string =>
  valueWords(metric, isRate(metric) ? amount : roundHalf(amount), decimals);

type Ends = { readonly low: number; readonly high: number };

/** 63.8–66.7%, one sign of percent for both; null when both ends read the same. */
export function rangeWords(metric: MetricId, { low, high }: Ends, decimals = 1): string | null {
  const [least, most] = [amountWords(metric, low, decimals), amountWords(metric, high, decimals)];
  if (least === most) return null;
  return `${isRate(metric) ? least.replace('%', '') : least}–${most}`;
}

/** There is no last day: in most cases none could be named. */
function arrivalWords(metric: MetricId, value: number, { earliest, about, refused }: Arrival): string {
  const what = wholeValue(metric, value);
  if (refused) return noArrivalWords(metric, refused);
  if (earliest !== null && earliest === about) return `${what} about ${fullDay(about)} if the pace lasts.`;
  if (earliest !== null) {
    const later = about ? `about ${fullDay(about)}` : `not within ${furthestWeeks} weeks`;
    return `${what} hardly before ${fullDay(earliest)}; ${later} if the pace lasts.`;
  }
  return about
    ? `${what} about ${fullDay(about)} if the pace lasts.`
    : `${what} hardly within ${furthestWeeks} weeks at this pace.`;
}

/** A pace of nothing may be two that cancel each other out: then both are told. */
function noArrivalWords(metric: MetricId, refusal: ArrivalRefusal): string {
  if (refusal.kind === 'away') {
    return `No day is named: it moves away from the target (${paceWords(metric, refusal.perWeek)} a week).`;
  }
  const [short, long] = [paceWords(metric, refusal.short), paceWords(metric, refusal.long)];
  return short === 'unchanged' && long === 'unchanged'
    ? 'No day is named: its pace is flat.'
    : `No day is named: ${short} a week in the last 4 weeks and ${long} a week in the last 13 leave no pace.`;
}

/** +1.5 points, +6, unchanged: what moves in a week. */
export const paceWords = (metric: MetricId, perWeek: number): string =>
  movedWords(metric, isRate(metric) ? perWeek : roundHalf(perWeek * 10) / 10);

/** Its record, so that nobody has to believe a range. */
export function heldWords({ held, of, kind }: ForecastRecord): string {
  if (of === 0) return '';
  const source = kind === 'made' ? 'earlier forecasts of this organisation' : 'forecasts recomputed from its past';
  return `Such ranges held in ${countWords(held)} of ${countWords(of)} ${source}.`;
}

/** Why there is no forecast, as a sentence. */
export function refusalWords(metric: MetricId, refusal: NoRange): string {
  switch (refusal.kind) {
    case 'too-few':
      return refusal.snapshots < fewestSnapshots
        ? `No forecast: ${plural(refusal.snapshots, 'snapshot')} in ${forecastDays / 7} weeks, ${fewestSnapshots} are needed.`
        : 'No forecast: too few snapshots lie whole weeks apart.';
    case 'stale':
      return `No forecast: the newest number is ${plural(refusal.days, 'day')} old (${fullDay(refusal.lastDay)}), at most ${stalestDays} are allowed.`;
    case 'base-step':
      return `No forecast: ${metrics[refusal.base].label} stepped from ${countWords(refusal.from)} to ${countWords(refusal.to)} in the last five weeks, which moves the rate by itself.`;
    case 'decision':
      return `No forecast: ${metrics[metric].label.toLowerCase()} move by a decision, not by themselves.`;
    case 'too-far':
      return `No range: no forecast holds one more than ${furthestWeeks} weeks ahead.`;
  }
}
