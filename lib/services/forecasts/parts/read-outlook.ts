import { addDays, daysBetween } from '@/lib/domain/day';
import { type Forecast, forecastFields, forecastOf } from '@/lib/domain/forecast';
import { historyDays, historyOf, seriesOf } from '@/lib/domain/forecast-history';
import { type Pace, paceOf } from '@/lib/domain/forecast-pace';
import type { Held } from '@/lib/domain/forecast-record';
import { type ForecastRefusal, stalestDays } from '@/lib/domain/forecast-refusals';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { cached } from '../../parts/cached';

/** Where a metric goes: from all that is known today, whatever period is looked at. */
export type Outlook = {
  readonly metric: MetricId;
  /** In the metric's own unit; null where too little is known, or the newest is too old. */
  readonly pace: Pace | null;
  readonly forecast: Forecast | ForecastRefusal;
  /** The record of its stored forecasts. */
  readonly made: Held;
};

/** Made once for each state of the history: two years of days are more than most questions read. */
export const outlookOf = cached({
  name: 'outlook',
  make: async ({ store, organisation, today: now }, metric: MetricId): Promise<Outlook> => {
    const today = now();
    const period = { from: addDays(today, -historyDays), to: today };
    const [rows, made] = await Promise.all([
      store.snapshots.columns(organisation.id, period, forecastFields([metric])),
      store.forecasts.held(organisation.id, [metric]),
    ]);
    const history = historyOf(rows, forecastFields([metric]));
    const series = history && seriesOf(history, metric);
    const fresh = series !== null && daysBetween(series.lastDay, today) <= stalestDays;
    return {
      metric,
      pace: fresh ? paceOf(series.values) : null,
      forecast: forecastOf(history, metric, today),
      made: made.get(metric) ?? { held: 0, of: 0 },
    };
  },
});
