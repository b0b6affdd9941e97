import type { Reach } from '../../lib/domain/forecast';

/** A day as its number, and what was known on it. */
export type Known = { readonly day: number; readonly value: number };

const windowDays = 56;
const fewestSnapshots = 21;
/** 80% of a t distribution lies within plus and minus this, by degrees of freedom from 1 to 8. */
const t80 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397];

/**
 * The yardstick: the drift method that this application used at commit 01299b9 (Hyndman and Athanasopoulos, Forecasting: Principles
 * and Practice, 5.2 and 5.5), `weeks` after the newest of the known values, which are in order of day. Null where it refused.
 */
export function driftOf(values: readonly Known[], { weeks, isRate }: { weeks: number; isRate: boolean }): Reach | null {
  const last = values.at(-1);
  const inside = last ? values.filter(({ day }) => day >= last.day - windowDays) : [];
  const first = inside[0];
  if (!last || !first || first === last || inside.length < fewestSnapshots) return null;
  const perDay = (last.value - first.value) / (last.day - first.day);
  const steps = stepsOf(weeklyOf(inside, last));
  const freedom = steps.length - 1;
  if (freedom < 1 || Math.abs(perDay * 7) < (isRate ? 0.0005 : 0.05)) return null;
  const squares = steps.reduce((sum, { days, change }) => sum + (change - perDay * days) ** 2 / days, 0);
  const spread = Math.sqrt((squares / freedom) * 7);
  const known = (last.day - first.day) / 7;
  const reach = (t80[Math.min(freedom, t80.length) - 1] ?? 0) * spread * Math.sqrt(weeks * (1 + weeks / known));
  const most = isRate ? Math.max(1, last.value) : Number.POSITIVE_INFINITY;
  const kept = (value: number) => Math.min(most, Math.max(0, value));
  const middle = last.value + perDay * 7 * weeks;
  return { low: kept(middle - reach), middle: kept(middle), high: kept(middle + reach) };
}

/** The last value of each seven days, counted back from the newest, and the window's first value when it lies apart. Oldest first. */
function weeklyOf(inside: readonly Known[], last: Known): Known[] {
  const byWeek = new Map<number, Known>();
  for (const known of inside) byWeek.set(Math.floor((last.day - known.day) / 7), known);
  const kept = [...byWeek.values()].sort((a, b) => a.day - b.day);
  const [oldest, first] = [kept[0], inside[0]];
  return first && oldest && oldest.day - first.day >= 4 ? [first, ...kept] : kept;
}

const stepsOf = (weekly: readonly Known[]) =>
  weekly.slice(1).map((known, index) => {
    const before = weekly[index] ?? known;
    return { days: known.day - before.day, change: known.value - before.value };
  });
