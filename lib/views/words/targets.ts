import { type Day, daysBetween } from '@/lib/domain/day';
import { forecastDays } from '@/lib/domain/forecast';
import { metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import type { Progress, Target, TargetChange, TargetState } from '@/lib/domain/target';
import { baseWords } from '../overview/overview-words';
import { forecastWords } from './forecasts';
import { metricName, valueWords, wholeValue } from './metrics';
import { capital, countWords, fullDay, type Here, plural, tenthWords, timeWords } from './numbers';

export const targetStateWords: Record<TargetState, string> = {
  reached: 'Reached',
  'on-track': 'On track',
  behind: 'Behind',
  'out-of-reach': 'Out of reach',
  unknown: 'Not known yet',
};

/** How a target is judged, in the order of judging: the page shows these very lines. */
export const targetRules: readonly { readonly state: TargetState; readonly rule: string }[] = [
  {
    state: 'reached',
    rule: 'A snapshot between the day it was set and its due day met the value. It stays reached, whatever comes later.',
  },
  {
    state: 'out-of-reach',
    rule: 'The due day has come or gone without that, or it needs more people a week than the best week of the last 26 gave.',
  },
  {
    state: 'on-track',
    rule: 'The middle of the forecast meets the value on the due day. Without enough snapshots for a forecast: the number is at or beyond the straight line from its start to the target.',
  },
  {
    state: 'behind',
    rule: 'None of these: the forecast falls short, the pace is flat, or the number moves away from the target.',
  },
  { state: 'unknown', rule: 'No snapshot has this number yet.' },
];

/** Adoption 75%, Activated 400 */
export const targetName = ({ metric, value }: Pick<Target, 'metric' | 'value'>): string =>
  `${metricName(metric)} ${wholeValue(metric, value)}`;

export type TargetWords = {
  readonly state: string;
  readonly name: string;
  /** by 31 December 2026, in 5 weeks */
  readonly due: string;
  /** 61.9%, 260 of 420 assigned */
  readonly now: string;
  /** Needs 10.2 people a week, pace is 6.5. */
  readonly need: string;
  /** What the forecast says, or why there is none. */
  readonly forecast: string;
};

/** A target on `today` in words; `forecast` is empty once it is reached. */
export function targetWords(target: Target, progress: Progress, today: Day): TargetWords {
  return {
    state: targetStateWords[progress.state],
    name: targetName(target),
    due: dueWords(target, today),
    now: nowWords(target, progress),
    need: needWords(target, progress),
    forecast: progress.state === 'reached' ? '' : forecastWords(target, progress.forecast),
  };
}

function dueWords({ dueDay }: Target, today: Day): string {
  const days = daysBetween(today, dueDay);
  if (days < 0) return `was due by ${fullDay(dueDay)}`;
  const left =
    days === 0 ? 'today' : days < 14 ? `in ${plural(days, 'day')}` : `in ${plural(Math.floor(days / 7), 'week')}`;
  return `by ${fullDay(dueDay)}, ${left}`;
}

function nowWords({ metric }: Target, { now }: Progress): string {
  if (!now) return 'No snapshot has this number yet';
  const { base } = metrics[metric];
  return base === null
    ? `Now ${countWords(now.value)}`
    : `Now ${valueWords(metric, now.value)}, ${countWords(now.part)} ${baseWords(base, now.base)}`;
}

/** A week’s need is rounded up: rounding it down would not reach the target. */
function needWords(target: Target, progress: Progress): string {
  const { state, need, reachedOn, pacePerWeek, bestWeek } = progress;
  if (state === 'reached' && reachedOn !== null)
    return `Reached on ${fullDay(reachedOn)}${earlyWords(target.dueDay, reachedOn)}.`;
  if (!need) return 'Nothing can be said yet.';
  const who = metrics[target.metric].unit === 'licences' ? ['licence', 'licences'] : ['person', 'people'];
  const [one = '', many = ''] = who;
  if (need.perWeek === null)
    return `${capital(plural(Math.abs(need.amount), one, many))} ${need.amount < 0 ? 'too many' : 'missing'}, and no time left.`;
  const wanted = Math.ceil(Math.abs(need.perWeek) * 10 - 1e-9) / 10;
  const needed = `Needs ${tenth(wanted)} ${wanted === 1 ? one : many}${need.amount < 0 ? ' fewer' : ''} a week`;
  if (state === 'out-of-reach' && bestWeek !== null)
    return `${needed}, the best week had ${tenth(Math.abs(bestWeek))}.`;
  if (pacePerWeek === null) return `${needed}.`;
  return `${needed}, the pace is ${paceWords(pacePerWeek, need.amount)}${baseGrowth(progress)}.`;
}

/** What is needed is counted at today’s base: a pace that is enough for that and still too slow has to be explained. */
function baseGrowth({ state, need, pacePerWeek, basePacePerWeek }: Progress): string {
  if (state !== 'behind' || !need?.perWeek || !pacePerWeek || !basePacePerWeek) return '';
  const shown = tenth(roundHalf(basePacePerWeek * 10) / 10);
  return pacePerWeek >= need.perWeek && basePacePerWeek > 0 && shown !== '0'
    ? `, but the base grows by ${shown} a week`
    : '';
}

const tenth = (value: number): string => (Number.isInteger(value) ? countWords(value) : tenthWords(value));

function paceWords(perWeek: number, wanted: number): string {
  const shown = roundHalf(Math.abs(perWeek) * 10) / 10;
  if (shown === 0) return 'flat';
  return perWeek < 0 === wanted < 0 ? tenth(shown) : `${tenth(shown)} the other way`;
}

function earlyWords(dueDay: Day, reachedOn: Day): string {
  const days = daysBetween(reachedOn, dueDay);
  return days > 0 ? `, ${plural(days, 'day')} early` : '';
}

/** 4 open, 1 closed: the line under the page's title. */
export const targetsLine = (open: number, closed: number): string =>
  open + closed === 0
    ? 'None set yet.'
    : `${countWords(open)} open, ${countWords(closed)} reached or closed. Pace and forecast from the last ${forecastDays / 7} weeks.`;

/** 29 October 2026, 2 days early; for one that was missed, where it stood. */
export const reachedWords = (target: Target, { reachedOn, now }: Progress): string =>
  reachedOn === null
    ? `missed, now ${valueWords(target.metric, now?.value ?? null)}`
    : `${fullDay(reachedOn)}${earlyWords(target.dueDay, reachedOn)}`;

const actionWords: Record<TargetChange['action'], string> = {
  set: 'Set to',
  changed: 'Changed to',
  removed: 'Removed at',
};

/** Changed to 75% by 31 December 2026: Max Okafor, today 09:42 */
export const changeLine = (metric: Target['metric'], change: TargetChange, here: Here): string =>
  `${actionWords[change.action]} ${wholeValue(metric, change.value)} by ${fullDay(change.dueDay)}: ${change.byName}, ${timeWords(change.at, here)}`;
