import { type Day, daysBetween } from './day';
import { type Forecast, isRefused } from './forecast';
import { type Arrival, arrivalOf } from './forecast-arrival';
import { historyOf } from './forecast-history';
import type { Held } from './forecast-record';
import { type ForecastView, forecastView } from './forecast-view';
import type { MetricId } from './metrics/adoption';
import { countFields } from './snapshot';
import type { Direction, Target } from './target';
import { type Need, needOf } from './target-need';
import { type Known, type Standing, standingIn } from './target-standing';
import { type Judgement, judgementOf, reachedIn } from './target-state';
import type { CapturedDay } from './trend';

export type Progress = Judgement & {
  readonly now: Known | null;
  /** The first of two snapshots in a row that met it, and since when it is below again. */
  readonly reachedOn: Day | null;
  readonly belowSince: Day | null;
  /** From today to the due day; negative once that is over. */
  readonly daysLeft: number;
  readonly need: Need | null;
  /** What moves a week, in the same people; null without 8 snapshots of 14 days or more, or when the newest is too old. */
  readonly pacePerWeek: number | null;
  /** What a rate's base moves a week; null for a count. */
  readonly basePacePerWeek: number | null;
  /** The best week of the last 26, in the same people. */
  readonly bestWeek: number | null;
  /** Null once the due day is over. `course` is what it is drawn from; null where nothing is to be drawn. */
  readonly forecast: (ForecastView & { readonly arrival: Arrival | null; readonly course: Forecast | null }) | null;
};

/**
 * Judges targets on `today`. `rows` hold their metrics' counts, and licences, total and assigned, in order of day up to today: from
 * `historyDays` ago, and from the day the oldest was set. `made` is the record of stored forecasts. Each metric is read once.
 */
export function judgeIn(
  rows: readonly CapturedDay[],
  today: Day,
  made: (metric: MetricId) => Held | null = () => null,
): (target: Target) => Progress {
  const history = historyOf(rows, countFields);
  const standings = new Map<MetricId, Standing>();
  return (target) => {
    const standing = standings.get(target.metric) ?? standingIn(rows, history, { metric: target.metric, today });
    standings.set(target.metric, standing);
    return progressIn(standing, target, { today, made: made(target.metric) });
  };
}

/** How one target stands on `today`. */
export const progressOf = (target: Target, rows: readonly CapturedDay[], today: Day): Progress =>
  judgeIn(rows, today)(target);

function progressIn(standing: Standing, target: Target, { today, made }: { today: Day; made: Held | null }): Progress {
  const { known, forecast, pacePerWeek, basePacePerWeek } = standing;
  const { metric, dueDay } = target;
  const now = known.at(-1) ?? null;
  const daysLeft = daysBetween(today, dueDay);
  const view = daysLeft < 0 ? null : forecastView(forecast, { metric, on: dueDay, today, made });
  const course = isRefused(forecast) ? null : forecast;
  const reached = reachedIn(known, target);
  return {
    ...judgementOf(target, { reached: reached.reachedOn !== null, known, view, today }),
    ...reached,
    now,
    daysLeft,
    need: now && needOf(target, now, { daysLeft, basePacePerWeek }),
    pacePerWeek,
    basePacePerWeek,
    bestWeek: bestOf(standing.weekChanges, target.direction),
    forecast: view && { ...view, course, arrival: course && arrivalFor(view, course, { target, today }) },
  };
}

/** Where no range would hold, the middle's day alone. */
function arrivalFor(view: ForecastView, course: Forecast, { target, today }: { target: Target; today: Day }): Arrival {
  const arrival = arrivalOf(course, target, today);
  return view.refused ? { ...arrival, earliest: null } : arrival;
}

const fewestWeeks = 4;

/** Null when fewer than four weeks are known. */
function bestOf(changes: readonly number[], direction: Direction): number | null {
  if (changes.length < fewestWeeks) return null;
  return direction === 'up' ? Math.max(0, ...changes) : Math.min(0, ...changes);
}
