import { type Day, daysBetween } from './day';
import { meetsAsShown } from './forecast-arrival';
import { fewestForPace } from './forecast-pace';
import { stalestDays } from './forecast-refusals';
import type { ForecastView } from './forecast-view';
import { metrics } from './metrics/adoption';
import { meets, type Target, type TargetState } from './target';
import type { Known } from './target-standing';

/** Why nothing can be said: no snapshot has the number, the newest is too old, or nobody knows where it stood when the target was set. */
export type Unknown =
  | { readonly kind: 'no-value' }
  | { readonly kind: 'stale'; readonly lastDay: Day; readonly days: number }
  | { readonly kind: 'no-start' };

/** `judgedBy`: by its place in the forecast's range, or by the straight line from its start; null where neither was asked. */
export type Judgement = {
  readonly state: TargetState;
  readonly judgedBy: 'forecast' | 'line' | null;
  readonly unknown: Unknown | null;
};

type Facts = {
  readonly reached: boolean;
  readonly known: readonly Known[];
  readonly view: ForecastView | null;
  readonly today: Day;
};

/** The first case that fits; `view` is the forecast for the due day. */
export function judgementOf(target: Target, { reached, known, view, today }: Facts): Judgement {
  if (reached) return plain('reached');
  if (today > target.dueDay) return plain('missed');
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return unknown({ kind: 'no-value' });
  const days = daysBetween(last.day, today);
  if (days > stalestDays) return unknown({ kind: 'stale', lastDay: last.day, days });
  if (known.length < fewestForPace.snapshots || daysBetween(first.day, last.day) < fewestForPace.days - 1) {
    return plain('too-early');
  }
  const place = view && placeIn(view, target);
  if (place) return { state: place, judgedBy: 'forecast', unknown: null };
  const ahead = onTheLine(target, last);
  if (ahead === null) return { ...unknown({ kind: 'no-start' }), judgedBy: 'line' };
  return { state: ahead ? 'on-track' : 'behind', judgedBy: 'line', unknown: null };
}

const plain = (state: TargetState): Judgement => ({ state, judgedBy: null, unknown: null });
const unknown = (why: Unknown): Judgement => ({ state: 'unknown', judgedBy: null, unknown: why });

/** Where the target lies in the range of its due day, from the end that is met first: both as they are told. Null without a range. */
function placeIn({ metric, low, middle, high }: ForecastView, target: Target): TargetState | null {
  if (low === null || middle === null || high === null) return null;
  const { unit } = metrics[metric];
  const [near, far] = target.direction === 'up' ? [low, high] : [high, low];
  if (meetsAsShown(unit, target, near)) return 'almost-certain';
  if (meetsAsShown(unit, target, middle)) return 'on-track';
  return meetsAsShown(unit, target, far) ? 'behind' : 'out-of-reach';
}

/** Whether the value is at or beyond the straight line from the start to the target; null when the start is unknown. */
function onTheLine({ startValue, setOn, value, dueDay, direction }: Target, now: Known): boolean | null {
  if (startValue === null) return null;
  const share = Math.max(0, daysBetween(setOn, now.day)) / Math.max(1, daysBetween(setOn, dueDay));
  return meets({ direction, value: startValue + (value - startValue) * share }, now.value);
}

/** Met in two snapshots in a row from the day it was set to its due day: one odd reading reaches nothing. */
export function reachedIn(
  known: readonly Known[],
  target: Target,
): { readonly reachedOn: Day | null; readonly belowSince: Day | null } {
  const open = known.filter(({ day }) => day >= target.setOn && day <= target.dueDay);
  const metOn = (index: number) => meets(target, open[index]?.value ?? Number.NaN);
  const reachedOn = open.find((_, index) => metOn(index) && metOn(index + 1))?.day ?? null;
  if (reachedOn === null) return { reachedOn, belowSince: null };
  const lastMet = known.findLastIndex(({ value }) => meets(target, value));
  return { reachedOn, belowSince: known[lastMet + 1]?.day ?? null };
}
