import { type Day, daysBetween } from './day';
import { at, knownIn, type Series } from './forecast-history';
import { type MetricId, metrics } from './metrics/adoption';
import type { CountField } from './snapshot';

/** A forecast needs this many snapshots in so many days, the newest not older than `stalestDays`. */
export const forecastDays = 56;
export const fewestSnapshots = 21;
export const stalestDays = 10;

const stepWindowDays = 35;
const stepDays = 8;
const stepShare = 0.1;

/** Why there is no forecast, with what it takes to say so. */
export type ForecastRefusal =
  | { readonly kind: 'too-few'; readonly snapshots: number }
  | { readonly kind: 'stale'; readonly lastDay: Day; readonly days: number }
  | { readonly kind: 'base-step'; readonly base: CountField; readonly from: number; readonly to: number }
  | { readonly kind: 'decision' };

type Asked = { readonly metric: MetricId; readonly today: Day };

/** Null when there is something to go by. `series` is null where no day is known. */
export function refusalOf(series: Series | null, { metric, today }: Asked): ForecastRefusal | null {
  // Licences are bought: no history tells when.
  if (metric === 'total_license') return { kind: 'decision' };
  const snapshots = series ? knownIn(series.values, forecastDays) : 0;
  if (!series || snapshots < fewestSnapshots) return { kind: 'too-few', snapshots };
  const days = daysBetween(series.lastDay, today);
  if (days > stalestDays) return { kind: 'stale', lastDay: series.lastDay, days };
  const { base } = metrics[metric];
  const step = base !== null && series.bases ? stepIn(series.bases) : null;
  return base !== null && step ? { kind: 'base-step', base, ...step } : null;
}

/** The largest step of more than a tenth between two days at most eight apart in the last five weeks; null when there is none. */
function stepIn(bases: Float64Array): { from: number; to: number } | null {
  let largest: { from: number; to: number } | null = null;
  for (let newer = 0; newer < stepWindowDays; newer += 1) {
    for (let older = newer + 1; older <= Math.min(newer + stepDays, stepWindowDays); older += 1) {
      const [from, to] = [at(bases, older), at(bases, newer)];
      const share = Math.abs(to - from) / from;
      if (share > Math.max(stepShare, largest ? Math.abs(largest.to - largest.from) / largest.from : 0)) {
        largest = { from, to };
      }
    }
  }
  return largest;
}
