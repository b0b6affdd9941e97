import type { ComparedMetric, Measured } from '@/lib/domain/comparison';
import type { Day } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import { type Moved, metricName, movedOf, valueWords } from '../words/metrics';
import { capital, countWords, weekdayDay } from '../words/numbers';
import { newcomersWords, partsWords } from '../words/splits';

export type ComparedWords = {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** 250 of 414; null for a count. */
  readonly madeBefore: string | null;
  readonly madeAfter: string | null;
  readonly change: Moved | null;
  /** +1.5 points: +2.4 from 10 more users, −0.9 from 6 more assigned licences; the newcomers where the base moved too far. */
  readonly split: string | null;
};

export function comparedWords(compared: ComparedMetric): ComparedWords {
  const { metric, before, after, decimals } = compared;
  const { base } = metrics[metric];
  const change = movedOf(compared, { unit: 'points' });
  const made = (measured: Measured) =>
    base === null ? null : `${countWords(measured.part)} of ${countWords(measured.base)}`;
  return {
    label: metricName(metric),
    before: valueWords(metric, before.value, decimals),
    after: valueWords(metric, after.value, decimals),
    madeBefore: made(before),
    madeAfter: made(after),
    change,
    split: compared.split
      ? `${capital(change?.text ?? '')}: ${partsWords(compared)}`
      : compared.noSplit === 'base-moved'
        ? newcomersWords(compared)
        : null,
  };
}

/** Where a day is a gap, which one stands for it. */
export const standInWords = (asked: Day, day: Day, today: Day): string | null =>
  asked === day ? null : `${weekdayDay(asked, today)} has no snapshot; ${weekdayDay(day, today)} stands for it`;
