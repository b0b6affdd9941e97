import { addDays, type Day, daysBetween } from '@/lib/domain/day';
import { fewestForPace } from '@/lib/domain/forecast-pace';
import { metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import type { Target } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import type { Unknown } from '@/lib/domain/target-state';
import { isRate } from './metrics';
import { capital, countWords, fullDay, plural, tenthWords } from './numbers';

/** The one number to steer by, or why there is none. */
export function needWords(target: Target, progress: Progress): string {
  const { state, unknown } = progress;
  if (state === 'reached') return reachedWords(target, progress);
  if (state === 'missed') return missedWords(target, progress);
  if (unknown) return unknownWords(unknown, progress);
  if (state === 'too-early') {
    return `Too early: a pace takes ${fewestForPace.days} days and ${fewestForPace.snapshots} snapshots.`;
  }
  return neededWords(target, progress);
}

function reachedWords({ dueDay }: Target, { reachedOn, belowSince }: Progress): string {
  if (reachedOn === null) return '';
  const days = daysBetween(reachedOn, dueDay);
  const early = days > 0 ? `, ${plural(days, 'day')} early` : '';
  const below = belowSince === null ? '' : ` It has fallen below since, on ${fullDay(belowSince)}.`;
  return `Reached on ${fullDay(reachedOn)}${early}.${below}`;
}

function missedWords(target: Target, { need, now, daysLeft }: Progress): string {
  if (!need || !now) return 'The due day is over, and no snapshot has this number.';
  const when = isOld(now.day, addDays(target.dueDay, -daysLeft)) ? `on ${fullDay(now.day)}` : 'now';
  return need.amount === 0
    ? 'The due day was over before two snapshots in a row met it.'
    : `The due day is over. ${capital(gapWords(target, need.amount))} ${when}.`;
}

/** Whether a number of `day` is no longer that of now: yesterday's is, until today's snapshot comes. */
export const isOld = (day: Day, today: Day): boolean => daysBetween(day, today) > 1;

function unknownWords(unknown: Unknown, { need }: Progress): string {
  switch (unknown.kind) {
    case 'no-value':
      return 'No snapshot has this number yet.';
    case 'stale':
      return `The newest number is ${plural(unknown.days, 'day')} old: where it stands today is not known.`;
    case 'no-start':
      return need
        ? 'Where it stood when it was set is not known, and there is no range to judge it by.'
        : 'Nothing can be said yet.';
  }
}

/** A week’s need is rounded up: rounding it down would not reach the target. */
function neededWords(target: Target, progress: Progress): string {
  const { need, daysLeft } = progress;
  if (!need) return 'Nothing can be said yet.';
  if (need.perWeek === null) {
    return need.amount === 0
      ? 'The newest snapshot meets it, and its due day is today.'
      : `${capital(gapWords(target, need.amount))}, and no time left.`;
  }
  const paceAWeek = paceClause(target, progress, ' a week');
  if (need.perWeek === 0) {
    return need.amount === 0
      ? `The newest snapshot meets it: reached when the next one does, too${paceAWeek}.`
      : `Nothing more is needed: the base shrinks${paceAWeek}.`;
  }
  if (daysLeft < 7) return `Needs ${manyWords(target, need.amount)} in ${plural(daysLeft, 'day')}${paceAWeek}.`;
  const wanted = Math.ceil(Math.abs(need.perWeek) * 10 - 1e-9) / 10;
  const needed = `Needs ${amountOf(target, wanted, need.perWeek)} a week${baseClause(progress)}`;
  return `${needed}${paceClause(target, progress)}${whyClause(target, progress)}.`;
}

/** 55 people missing, 40 people too many */
const gapWords = (target: Target, amount: number): string =>
  `${countOf(target, Math.abs(amount))} ${amount < 0 ? 'too many' : 'missing'}`;

const manyWords = (target: Target, amount: number): string =>
  `${countOf(target, Math.abs(amount))}${amount < 0 ? ' fewer' : ''}`;

const nounsOf = ({ metric }: Target): readonly [string, string] =>
  metrics[metric].unit === 'licences' ? ['licence', 'licences'] : ['person', 'people'];

const countOf = (target: Target, count: number): string => plural(count, ...nounsOf(target));

function amountOf(target: Target, amount: number, signed: number): string {
  const [one, many] = nounsOf(target);
  return `${tenth(amount)} ${amount === 1 ? one : many}${signed < 0 ? ' fewer' : ''}`;
}

/** What is needed counts with a base that moves on: so the sentence says that it does. */
function baseClause({ need }: Progress): string {
  const shown = roundHalf((need?.basePerWeek ?? 0) * 10) / 10;
  if (shown === 0) return '';
  return ` while the base ${shown > 0 ? 'grows' : 'shrinks'} by ${tenth(Math.abs(shown))}`;
}

/** `per` where nothing before it has said that a pace is one of weeks. */
function paceClause({ direction }: Target, { pacePerWeek }: Progress, per = ''): string {
  if (pacePerWeek === null) return '';
  const shown = roundHalf(Math.abs(pacePerWeek) * 10) / 10;
  if (shown === 0) return '; the pace is flat';
  const away = pacePerWeek < 0 === (direction === 'up');
  return `; the pace is ${tenth(shown)}${per}${away ? ' the other way' : ''}`;
}

/** Need and pace alone would say something else than the state does: then the sentence tells why. */
function whyClause(target: Target, progress: Progress): string {
  const { state, judgedBy, need, pacePerWeek, bestWeek } = progress;
  if (!need?.perWeek || pacePerWeek === null || judgedBy !== 'forecast') return '';
  const wanted = Math.abs(need.perWeek);
  const enough = pacePerWeek * Math.sign(need.perWeek) >= wanted;
  const short = state === 'behind' || state === 'out-of-reach';
  if (short && enough) return ', but paces slacken, and the forecast counts on it';
  if (!short && !enough) return `, and the forecast ${meetingWords(target, progress)}`;
  if (state === 'out-of-reach' && bestWeek !== null && wanted > Math.abs(bestWeek)) {
    return `, the best week had ${tenth(Math.abs(bestWeek))}`;
  }
  return '';
}

/** A rate has a forecast of its own, a count that of whole people from its newest day on. */
function meetingWords({ metric, dueDay }: Target, { now, daysLeft }: Progress): string {
  if (isRate(metric)) return 'of the rate itself meets it';
  const age = now ? daysBetween(now.day, addDays(dueDay, -daysLeft)) : 0;
  return age > 1 ? `counts from the newest snapshot, ${plural(age, 'day')} old` : 'meets it in whole people';
}

const tenth = (value: number): string => (Number.isInteger(value) ? countWords(value) : tenthWords(value));
