import { splitOf } from '@/lib/domain/change';
import { metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Week } from '@/lib/domain/week';
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

/** `change` is adoption's in points, null for a week that is not over and where a close is missing. */
export function weekLine({ week, unfinished, close, lastClose, days, gaps }: WeekRow): WeekLine {
  const now = fraction(close);
  const split = unfinished ? null : splitOf(fraction(lastClose), now);
  return {
    week,
    title: `${capital(weekWords(week))}`,
    span: weekSpan(week),
    adoption: valueWords('adoption', close && metricValue(metrics.adoption, close.counts)),
    base: close ? `${countWords(now.part)} ${baseWords('assigned_license', now.base)}` : 'no snapshot',
    change: movedOf('adoption', split && split.total / 100, { unit: 'points' }),
    days: `${countWords(days)} of ${plural(days + gaps.length, 'day')}`,
    gaps: gaps.length,
  };
}

const fraction = (snapshot: Snapshot | null) => ({
  part: snapshot?.counts.using_enpass ?? null,
  base: snapshot?.counts.assigned_license ?? null,
});
