import { addDays, daysBetween } from '../../lib/domain/day';
import { expectedOn, forecastOf, isRefused, type Reach } from '../../lib/domain/forecast';
import { historyDays, historyOf } from '../../lib/domain/forecast-history';
import { wholeReach } from '../../lib/domain/forecast-shown';
import { type MetricId, metrics, rateIds } from '../../lib/domain/metrics/adoption';
import { metricValue } from '../../lib/domain/metrics/metric';
import { countFields } from '../../lib/domain/snapshot';
import type { CapturedDay } from '../../lib/domain/trend';
import { driftOf, type Known } from './drift-method';
import { days, firstDay } from './roll-out';

/** How one range fared against what came, both in what the metric moves in a usual week (Makridakis and others 2020, M4). */
export type Fared = { readonly inside: boolean; readonly error: number; readonly intervalScore: number };

/** One question asked of both methods; null where the method refused. */
export type Asked = {
  readonly shape: string;
  readonly weeks: number;
  readonly ours: Fared | null;
  readonly drift: Fared | null;
};

export const horizons = [2, 4, 8, 13, 26] as const;

const asked: readonly MetricId[] = [
  'assigned_license',
  'activated_license',
  'activation_pending',
  'onboarded_users',
  'app_setup_pending',
  'using_enpass',
  'usage_pending',
  'connected_browser_extension',
  'using_autofill',
  'active_users',
  'inactive_users',
  ...rateIds,
];
const firstOrigin = 35;
const betweenOrigins = 28;

/** Asks of every metric, every four weeks from the sixth week on, what comes in 2, 4, 8, 13 and 26 weeks. */
export function questionsOf(shape: string, rows: readonly CapturedDay[]): Asked[] {
  const scales = new Map(asked.map((id) => [id, weekOf(rows, id)]));
  const places = new Map(rows.map((row, index) => [row.day, index]));
  const told: Asked[] = [];
  for (let origin = firstOrigin; origin < days; origin += betweenOrigins) {
    const at = places.get(addDays(firstDay, origin));
    if (at === undefined) continue;
    const past = rows.slice(Math.max(0, at + 1 - historyDays), at + 1);
    const history = historyOf(past, countFields);
    const today = addDays(firstDay, origin);
    for (const id of asked) {
      const forecast = forecastOf(history, id, today);
      const known = knownOf(past.slice(-60), id);
      const { unit, base } = metrics[id];
      const scale = scales.get(id) ?? 1;
      for (const weeks of horizons) {
        const on = addDays(today, weeks * 7);
        const later = rows[places.get(on) ?? -1];
        const came = later ? metricValue(metrics[id], later) : null;
        if (came === null || known.at(-1)?.day !== origin) continue;
        const drift = driftOf(known, { weeks, isRate: base !== null });
        told.push({
          shape,
          weeks,
          ours: isRefused(forecast) ? null : faredOf(wholeReach(unit, expectedOn(forecast, on)), came, scale),
          drift: drift && faredOf(wholeReach(unit, drift), came, scale),
        });
      }
    }
  }
  return told;
}

/** What the metric moves in a usual week: the mean of its changes over seven days; errors of metrics and organisations are told in it, so that they can be added. */
function weekOf(rows: readonly CapturedDay[], id: MetricId): number {
  const values = new Map(rows.map((row) => [row.day, metricValue(metrics[id], row)]));
  const changes = rows.flatMap(({ day }) => {
    const [before, value] = [values.get(addDays(day, -7)) ?? null, values.get(day) ?? null];
    return before === null || value === null ? [] : [Math.abs(value - before)];
  });
  return changes.reduce((sum, change) => sum + change, 0) / Math.max(1, changes.length) || 1;
}

const knownOf = (rows: readonly CapturedDay[], id: MetricId): Known[] =>
  rows.flatMap((row) => {
    const value = metricValue(metrics[id], row);
    return value === null ? [] : [{ day: daysBetween(firstDay, row.day), value }];
  });

/** The interval score of Gneiting and Raftery (2007) for 80%: the width, and ten times what lies outside. */
function faredOf({ low, middle, high }: Reach, came: number, scale: number): Fared {
  const outside = Math.max(0, low - came, came - high);
  return {
    inside: outside <= 1e-9,
    error: Math.abs(middle - came) / scale,
    intervalScore: (high - low + (2 / 0.2) * outside) / scale,
  };
}
