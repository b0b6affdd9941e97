import { addDays, type Day } from '@/lib/domain/day';
import { historyDays, historyOf } from '@/lib/domain/forecast-history';
import { forecastsOfDay } from '@/lib/domain/forecasts-of-day';
import { countFields } from '@/lib/domain/snapshot';
import type { Context } from '../../context';

/** Keeps what is expected on a day from its own snapshot, so that one day it can be held against what came. */
export async function storeForecasts(
  { store, organisation: { id } }: Pick<Context, 'store' | 'organisation'>,
  day: Day,
) {
  const period = { from: addDays(day, -historyDays), to: day };
  const [rows, targets] = await Promise.all([store.snapshots.columns(id, period, countFields), store.targets.all(id)]);
  await store.forecasts.record(id, day, forecastsOfDay(historyOf(rows, countFields), targets, day));
}
