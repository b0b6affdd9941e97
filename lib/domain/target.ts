import { type Day, daysBetween } from './day';
import {
  arrivalAt,
  type DayValue,
  expectedOn,
  type Forecast,
  type ForecastRefusal,
  forecastOf,
  isRefused,
  paceOf,
  type Reach,
} from './forecast';
import { type MetricId, metrics } from './metrics/adoption';
import { metricValue } from './metrics/metric';
import type { CapturedDay } from './trend';
import { addWeeks, weekOf } from './week';

export type Direction = 'up' | 'down';

/** `value` is a count, or a ratio from 0 to 1. `direction` is the side from which it is approached. Days are YYYY-MM-DD, `dueDay` included. */
export type Target = {
  readonly id: string;
  readonly metric: MetricId;
  readonly value: number;
  readonly direction: Direction;
  readonly dueDay: Day;
  readonly setOn: Day;
  /** Where the metric stood when the target was set; null when unknown. */
  readonly startValue: number | null;
  readonly setByName: string;
};

/** One step of a target's history. */
export type TargetChange = {
  readonly number: number;
  readonly action: 'set' | 'changed' | 'removed';
  readonly value: number;
  readonly dueDay: Day;
  readonly at: Date;
  readonly byName: string;
};

/** `unknown`: no snapshot has this number yet. */
export const targetStates = ['reached', 'on-track', 'behind', 'out-of-reach', 'unknown'] as const;
export type TargetState = (typeof targetStates)[number];

/** For a rate, people of its part at the newest snapshot's base; for a count, the count itself. Negative when fewer are wanted. */
export type Need = { readonly amount: number; readonly perWeek: number | null };

export type Progress = {
  readonly state: TargetState;
  readonly now: (DayValue & { readonly part: number; readonly base: number | null }) | null;
  readonly reachedOn: Day | null;
  /** From the newest snapshot to the due day; none once that is over. */
  readonly daysLeft: number;
  readonly need: Need | null;
  /** What moved a week in the last eight weeks, and the best week of the last 26, in the same people. */
  readonly pacePerWeek: number | null;
  readonly bestWeek: number | null;
  /** What a rate's base moved a week in the same eight weeks; null for a count. */
  readonly basePacePerWeek: number | null;
  readonly forecast: ForecastView;
};

/** `over`: the due day has come, there is nothing ahead of it to forecast. */
export type NoForecast = ForecastRefusal | { readonly kind: 'over' };

export type ForecastView =
  | { readonly refused: NoForecast }
  | {
      readonly refused: null;
      readonly atDue: Reach;
      readonly arrival: ReturnType<typeof arrivalAt>;
      readonly forecast: Forecast;
    };

const bestOfWeeks = 26;
const fewestWeeks = 4;

/** The side a target is approached from: the metric's good side, or where there is none, the side it lies on. */
export function directionOf(metric: MetricId, value: number, now: number | null): Direction {
  const { good } = metrics[metric];
  if (good !== 'none') return good;
  return now !== null && value < now ? 'down' : 'up';
}

/** Whether `amount`, in the unit of the target's value, is at it or beyond it on its side: exactly, without rounding. */
export const meets = ({ direction, value }: Pick<Target, 'direction' | 'value'>, amount: number): boolean =>
  direction === 'up' ? amount >= value : amount <= value;

/**
 * How a target stands on `today`. `rows` hold the metric's counts in order of day, from 26 weeks ago (and from the day it was set, if
 * that is earlier); a day whose number is unknown is passed over. Without any known number the state is `unknown`.
 */
export function progressOf(target: Target, rows: readonly CapturedDay[], today: Day): Progress {
  const metric = metrics[target.metric];
  const known = rows.flatMap((row) => {
    const [value, part] = [metricValue(metric, row), row[metric.part] ?? null];
    const base = metric.base === null ? null : (row[metric.base] ?? null);
    return value === null || part === null ? [] : [{ day: row.day, value, part, base }];
  });
  const now = known.at(-1) ?? null;
  const open = known.filter(({ day }) => day >= target.setOn && day <= target.dueDay);
  const reachedOn = open.find(({ value }) => meets(target, value))?.day ?? null;
  const since = now && now.day < today && today <= target.dueDay ? now.day : today;
  const daysLeft = daysBetween(since, target.dueDay);
  const parts = known.map(({ day, part }) => ({ day, value: part }));
  const forecast: ForecastView =
    daysLeft > 0 ? forecastView(target, known, metric.unit) : { refused: { kind: 'over' } };
  const facts = {
    now,
    reachedOn,
    daysLeft,
    need: now && needOf(target, now, daysLeft),
    pacePerWeek: paceOf(parts)?.perWeek ?? null,
    basePacePerWeek:
      paceOf(known.flatMap(({ day, base }) => (base === null ? [] : [{ day, value: base }])))?.perWeek ?? null,
    bestWeek: bestWeekOf(parts, target.direction),
    forecast,
  };
  return { ...facts, state: stateOf(target, facts, today) };
}

function forecastView(target: Target, known: readonly DayValue[], unit: Forecast['unit']): ForecastView {
  const forecast = forecastOf(known, { unit, wanted: target.direction });
  if (isRefused(forecast)) return { refused: forecast };
  return {
    refused: null,
    forecast,
    atDue: expectedOn(forecast, target.dueDay),
    arrival: arrivalAt(forecast, target.value),
  };
}

/** How many people (or licences) are missing. A hair below a whole number is that number: 0.07 x 100 is 7, not 8. */
function needOf({ value, direction }: Target, now: { part: number; base: number | null }, daysLeft: number): Need {
  const wanted = now.base === null ? value : value * now.base;
  const whole = direction === 'up' ? Math.ceil(wanted - 1e-9) : Math.floor(wanted + 1e-9);
  const amount = direction === 'up' ? Math.max(0, whole - now.part) : Math.min(0, whole - now.part);
  return { amount, perWeek: daysLeft > 0 ? (amount / daysLeft) * 7 : null };
}

/** The largest change towards the target between two weekly closes that follow each other; null when fewer than four are known. */
function bestWeekOf(parts: readonly DayValue[], direction: Direction): number | null {
  const closes = [...new Map(parts.map((known) => [weekOf(known.day), known])).entries()].slice(-bestOfWeeks - 1);
  const changes = closes.slice(1).flatMap(([week, known], index) => {
    const before = closes[index];
    return before && addWeeks(before[0], 1) === week ? [known.value - before[1].value] : [];
  });
  if (changes.length < fewestWeeks) return null;
  return direction === 'up' ? Math.max(0, ...changes) : Math.min(0, ...changes);
}

type Standing = Omit<Progress, 'state'>;

function stateOf(target: Target, facts: Standing, today: Day): TargetState {
  if (facts.reachedOn !== null) return 'reached';
  if (today > target.dueDay) return 'out-of-reach';
  if (facts.now === null || facts.need === null) return 'unknown';
  if (facts.need.perWeek === null || isBeyond(facts.need.perWeek, facts.bestWeek)) return 'out-of-reach';
  if (facts.forecast.refused === null) return meets(target, facts.forecast.atDue.middle) ? 'on-track' : 'behind';
  return facts.forecast.refused.kind === 'too-few' && onTheLine(target, facts.now) ? 'on-track' : 'behind';
}

const isBeyond = (perWeek: number, bestWeek: number | null): boolean =>
  bestWeek !== null && Math.abs(perWeek) > Math.abs(bestWeek);

/** Whether the value is at or beyond the straight line from the start to the target: what remains when there is no forecast yet. */
function onTheLine({ startValue, setOn, value, dueDay, direction }: Target, now: DayValue): boolean {
  if (startValue === null) return true;
  const share = Math.max(0, daysBetween(setOn, now.day)) / Math.max(1, daysBetween(setOn, dueDay));
  return meets({ direction, value: startValue + (value - startValue) * share }, now.value);
}
