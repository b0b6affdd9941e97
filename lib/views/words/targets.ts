import { type Day, daysBetween } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import type { Target, TargetChange } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import { baseWords } from '../overview/overview-words';
import { decimalsBeside, forecastWords } from './forecasts';
import { metricName, valueWords, wholeValue } from './metrics';
import { countWords, fullDay, type Here, plural, timeWords } from './numbers';
import { isOld, needWords } from './target-needs';
import { targetStateWords } from './target-rules';

/** Adoption 75%, Activated 400 */
export const targetName = ({ metric, value }: Pick<Target, 'metric' | 'value'>): string =>
  `${metricName(metric)} ${wholeValue(metric, value)}`;

export type TargetWords = {
  readonly state: string;
  readonly name: string;
  /** by 31 December 2026, in 38 days */
  readonly due: string;
  /** 61.9%, 260 of 420 assigned */
  readonly now: string;
  /** Needs 6.7 people a week while the base grows by 3.4; the pace is 4.3. */
  readonly need: string;
  /** What the forecast says, or why there is none, and what judged instead. */
  readonly forecast: string;
};

/** A target on `today` in words; `forecast` is empty once it is reached or over. */
export function targetWords(target: Target, progress: Progress, today: Day): TargetWords {
  return {
    state: targetStateWords[progress.state],
    name: targetName(target),
    due: dueWords(target, today),
    now: nowWords(target, progress, today),
    need: needWords(target, progress),
    forecast: outlookWords(target, progress),
  };
}

function dueWords({ dueDay }: Target, today: Day): string {
  const days = daysBetween(today, dueDay);
  if (days < 0) return `was due by ${fullDay(dueDay)}`;
  return `by ${fullDay(dueDay)}, ${days === 0 ? 'today' : `in ${lengthWords(days)}`}`;
}

/** 41 days are not five weeks: weeks where they are whole, or so many that a part of one is nothing. */
function lengthWords(days: number): string {
  if (days >= 14 && days % 7 === 0) return plural(days / 7, 'week');
  return days <= 60 ? plural(days, 'day') : `about ${plural(roundHalf(days / 7), 'week')}`;
}

/** Yesterday's number is now as long as today's has not come; what is older has its day. */
function nowWords({ metric, value }: Target, { now }: Progress, today: Day): string {
  if (!now) return 'No snapshot has this number yet';
  const { base } = metrics[metric];
  const level = valueWords(metric, now.value, decimalsBeside(metric, value));
  const told = isOld(now.day, today) ? `${level} on ${fullDay(now.day)}` : `Now ${level}`;
  return base === null ? told : `${told}, ${countWords(now.part)} ${baseWords(base, now.base)}`;
}

function outlookWords(target: Target, { state, judgedBy, forecast }: Progress): string {
  if (state === 'reached' || forecast === null) return '';
  const line = judgedBy === 'line' && state !== 'unknown' ? ' Judged by the straight line from its start.' : '';
  return `${forecastWords(target, forecast)}${line}`;
}

function earlyWords(dueDay: Day, reachedOn: Day): string {
  const days = daysBetween(reachedOn, dueDay);
  return days > 0 ? `, ${plural(days, 'day')} early` : '';
}

/** 4 open, 1 closed: the line under the page's title. */
export const targetsLine = (open: number, closed: number): string =>
  open + closed === 0
    ? 'None set yet.'
    : `${countWords(open)} open, ${countWords(closed)} reached or closed. Judged by the forecast for their due days.`;

/** 29 October 2026, 2 days early; for one that was missed, where it stood. */
export const reachedWords = (target: Target, { reachedOn, belowSince, now }: Progress): string => {
  if (reachedOn === null) return `missed, now ${valueWords(target.metric, now?.value ?? null)}`;
  const below = belowSince === null ? '' : '; has fallen below since';
  return `${fullDay(reachedOn)}${earlyWords(target.dueDay, reachedOn)}${below}`;
};

const actionWords: Record<TargetChange['action'], string> = {
  set: 'Set to',
  changed: 'Changed to',
  removed: 'Removed at',
};

/** Changed to 75% by 31 December 2026: Max Okafor, today 09:42 */
export const changeLine = (metric: Target['metric'], change: TargetChange, here: Here): string =>
  `${actionWords[change.action]} ${wholeValue(metric, change.value)} by ${fullDay(change.dueDay)}: ${change.byName}, ${timeWords(change.at, here)}`;
