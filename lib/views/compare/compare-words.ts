import { difference } from '@/lib/domain/change';
import type { ComparedMetric, Measured } from '@/lib/domain/comparison';
import type { Day } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import type { CountField } from '@/lib/domain/snapshot';
import { type Moved, metricName, movedOf, valueWords } from '../words/metrics';
import { countWords, pointsWords, signedPoints, weekdayDay } from '../words/numbers';

export type ComparedWords = {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** 250 of 414; null for a count. */
  readonly madeBefore: string | null;
  readonly madeAfter: string | null;
  readonly change: Moved | null;
  /** +1.5 points: +2.4 from 10 more users, −0.9 from 6 more licences. */
  readonly split: string | null;
};

export function comparedWords({ metric, before, after, change, split, decimals }: ComparedMetric): ComparedWords {
  const { base } = metrics[metric];
  const made = (measured: Measured) =>
    base === null ? null : `${countWords(measured.part)} of ${countWords(measured.base)}`;
  return {
    label: metricName(metric),
    before: valueWords(metric, before.value, decimals),
    after: valueWords(metric, after.value, decimals),
    madeBefore: made(before),
    madeAfter: made(after),
    change: movedOf(metric, split ? split.total / 100 : change, { unit: 'points', decimals }),
    split: split && `${totalWords(split.total, decimals)}: ${splitParts({ metric, before, after, split, decimals })}`,
  };
}

/** +2.4 from 10 more users, −0.9 from 6 more assigned licences */
export function splitParts({ metric, before, after, split, decimals }: Omit<ComparedMetric, 'change'>): string {
  const { part, base } = metrics[metric];
  if (!split || base === null) return '';
  const told = (points: number, moved: number | null, nouns: string) =>
    `${signedPoints(points, decimals)} from ${moreWords(moved ?? 0, nouns)}`;
  const people = told(split.people, difference(before.part, after.part), partNouns[part] ?? 'users');
  return `${people}, ${told(split.base, difference(before.base, after.base), baseNouns[base] ?? 'users')}`;
}

/** Where a day is a gap, which one stands for it. */
export const standInWords = (asked: Day, day: Day): string | null =>
  asked === day ? null : `${weekdayDay(asked)} has no snapshot; ${weekdayDay(day)} stands for it`;

const totalWords = (points: number, decimals: number): string =>
  points === 0 ? 'Unchanged' : pointsWords(points, 'points', decimals);

function moreWords(moved: number, nouns: string): string {
  if (moved === 0) return `the same ${nouns}`;
  const count = Math.abs(moved);
  return `${countWords(count)} ${moved > 0 ? 'more' : 'fewer'} ${count === 1 ? nouns.replace(/s$/, '') : nouns}`;
}

/** A rate's part are users, but where licences are handed out. */
const partNouns: Partial<Record<CountField, string>> = { assigned_license: 'assigned licences' };

const baseNouns: Partial<Record<CountField, string>> = {
  total_license: 'licences',
  assigned_license: 'assigned licences',
  activated_license: 'activated users',
  onboarded_users: 'onboarded users',
  added_items: 'users with items',
  total_users: 'total users',
};
