import type { ComparedMetric, Measured } from '@/lib/domain/comparison';
import { addDays, daysBetween } from '@/lib/domain/day';
import type { DropOff, Stage } from '@/lib/domain/funnel';
import { metrics } from '@/lib/domain/metrics/adoption';
import type { CountField } from '@/lib/domain/snapshot';
import { countWords, dayAndMonth, percentWords, plural, weekdayDay } from '../words/numbers';
import { whyNoChange, whyNoValue } from '../words/unknown';

import type { FeatureRow, Numbers } from './numbers';

/** What the base of a share is called after "of 420". */
const baseNames: Partial<Record<CountField, string>> = {
  total_license: 'licences',
  assigned_license: 'assigned',
  activated_license: 'activated',
  onboarded_users: 'onboarded',
  added_items: 'who added items',
  total_users: 'total users',
};

/** of 420 assigned */
export const baseWords = (field: CountField, base: number | null): string =>
  `of ${countWords(base)} ${baseNames[field] ?? metrics[field].label.toLowerCase()}`;

/** 1 week; 9 days where the day a week ago is a gap and an earlier one stands for it. */
export function againstLength({ day, against }: Pick<Numbers, 'day' | 'against'>): string {
  const days = against === null ? 7 : daysBetween(against, day);
  return days === 7 ? '1 week' : plural(days, 'day');
}

type Known = Pick<Numbers, 'against' | 'changeKnownFrom' | 'recentDays' | 'today'>;

/** Why figures of a row are dashes, should they be: its share, its change and its course. */
export const whyUnknown = (known: Known, compared: ComparedMetric, share: Measured) => ({
  share: whyNoValue(share),
  change: whyNotCompared(known, compared),
  spark: known.recentDays > 1 ? 'known on fewer than two days of these weeks' : 'not enough days yet',
});

/** No day to compare with, or a number that one of the two days lacks. */
export function whyNotCompared({ against, changeKnownFrom, today }: Known, compared: ComparedMetric): string {
  if (against !== null) return whyNoChange(compared, `on ${weekdayDay(against, today)}`);
  return changeKnownFrom ? `known from ${dayAndMonth(changeKnownFrom, today)}` : 'no snapshot to compare with';
}

type Days = Pick<Numbers, 'day' | 'against' | 'today'>;

/**
 * What a change is counted from, for the headline and for the licences. A week ago is seen from today, or from yesterday as long as
 * today's snapshot has not come; older numbers name their day. The nearest day before stands in for a gap, and says so.
 */
export function againstWords({ day, against, today }: Days): { headline: string; licences: string } {
  const old = daysBetween(day, today) > 1;
  const week = old ? 'a week before' : 'a week ago';
  const whose = old ? `${weekdayDay(day, today)} against` : 'Against';
  if (against === null || against === addDays(day, -7)) return { headline: `${whose} ${week}`, licences: week };
  const then = weekdayDay(against, today);
  return { headline: `${whose} ${then}; ${week} has no snapshot`, licences: `on ${then}` };
}

/** Activation pending 70 */
export const waitingWords = ({ waiting, pending }: Stage): string => `${metrics[waiting].label} ${countWords(pending)}`;

/** Assigned to Activated, 70 people (16.7%) have activation pending */
export function dropOffWords({ dropOff, stages }: { dropOff: DropOff | null; stages: readonly Stage[] }): string {
  // The first stage's group are licences that wait for nobody.
  const unknown = stages.slice(1).find(({ pending }) => pending === null);
  if (unknown) return `Biggest drop-off unknown: ${metrics[unknown.waiting].label} is missing`;
  if (!dropOff) return 'Nobody is waiting between two stages';
  const { from, to, waiting, pending, share } = dropOff;
  const people = `${plural(pending, 'person', 'people')} (${percentWords(share)}) ${pending === 1 ? 'has' : 'have'}`;
  return `Biggest drop-off: ${metrics[from].label} to ${metrics[to].label}, ${people} ${metrics[waiting].label.toLowerCase()}`;
}

/** Under a feature's name: what is counted, and who is left. */
export function featureWords({ id, pending }: Pick<FeatureRow, 'id' | 'pending'>): string {
  switch (id) {
    case 'extension':
      return `connected · ${countWords(pending)} pending`;
    case 'autofill':
      return `ever used · ${countWords(pending)} never`;
    default:
      return `last 30 days · ${countWords(pending)} inactive`;
  }
}
