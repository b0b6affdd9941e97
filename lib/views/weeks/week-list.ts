import { compareMetric } from '@/lib/domain/comparison';
import type { Week } from '@/lib/domain/week';
import { daysApart } from '@/lib/domain/week-facts';
import { baseWords } from '../overview/overview-words';
import { type Moved, movedOf, valueWords } from '../words/metrics';
import { capital, countWords, plural } from '../words/numbers';
import { weekSpan, weekWords } from '../words/weeks';
import type { WeekRow } from './week-row';

/** A week as a line of the list. */
export type WeekLine = {
  readonly week: Week;
  readonly title: string;
  readonly span: string;
  readonly adoption: string;
  /** 260 of 420 assigned; why there is none */
  readonly base: string;
  readonly change: Moved | null;
  /** 6 of 7 days */
  readonly days: string;
  readonly gaps: number;
};

/** `change` is adoption's in points, with its days where they are no week; null for a week that is not over and where a close is missing. */
export function weekLine({ week, unfinished, close, lastClose, days, gaps }: WeekRow): WeekLine {
  const compared = compareMetric('adoption', lastClose?.counts ?? null, close?.counts ?? null);
  const { value, part, base } = compared.after;
  return {
    week,
    title: `${capital(weekWords(week))}`,
    span: weekSpan(week),
    adoption: valueWords('adoption', value, compared.decimals),
    base: close ? `${countWords(part)} ${baseWords('assigned_license', base)}` : 'no snapshot',
    change: unfinished ? null : movedOf(compared, { unit: 'points', days: daysApart(lastClose, close) }),
    days: `${countWords(days)} of ${plural(days + gaps.length, 'day')}`,
    gaps: gaps.length,
  };
}
