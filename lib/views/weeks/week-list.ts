import { type ComparedMetric, compareMetric } from '@/lib/domain/comparison';
import type { Week } from '@/lib/domain/week';
import { daysApart } from '@/lib/domain/week-facts';
import { baseWords } from '../overview/overview-words';
import { type Moved, movedOf, valueWords } from '../words/metrics';
import { capital, countWords, plural } from '../words/numbers';
import { whyNoChange, whyNoValue } from '../words/unknown';
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
  /** Why there is no adoption or no change, should there be none. */
  readonly why: { readonly adoption: string; readonly change: string };
  /** 6 of 7 days */
  readonly days: string;
  readonly gaps: number;
} & Pick<WeekRow, 'review' | 'revisions'>;

/** The weeks of one list, all told with as many decimals as the row that needs the most: figures below each other are compared. */
export function weekLines(rows: readonly WeekRow[]): WeekLine[] {
  const moves = rows.map(({ lastClose, close }) =>
    compareMetric('adoption', lastClose?.counts ?? null, close?.counts ?? null),
  );
  const decimals = Math.max(1, ...moves.map((compared) => compared.decimals));
  return rows.flatMap((row, at) => {
    const compared = moves[at];
    return compared ? [lineOf(row, { ...compared, decimals })] : [];
  });
}

/** `change` is adoption's in points, with its days where they are no week; null for a week that is not over and where a close is missing. */
function lineOf(
  { week, unfinished, close, lastClose, days, gaps, review, revisions }: WeekRow,
  compared: ComparedMetric,
): WeekLine {
  const { value, part, base } = compared.after;
  return {
    week,
    title: `${capital(weekWords(week))}`,
    span: weekSpan(week),
    adoption: valueWords('adoption', value, compared.decimals),
    base: close ? `${countWords(part)} ${baseWords('assigned_license', base)}` : 'no snapshot',
    change: unfinished ? null : movedOf(compared, { unit: 'points', days: daysApart(lastClose, close) }),
    why: {
      adoption: close ? whyNoValue(compared.after) : 'no snapshot',
      change: whyNoMove({ unfinished, close, lastClose }, compared),
    },
    days: `${countWords(days)} of ${plural(days + gaps.length, 'day')}`,
    gaps: gaps.length,
    review,
    revisions,
  };
}

function whyNoMove(
  { unfinished, close, lastClose }: Pick<WeekRow, 'unfinished' | 'close' | 'lastClose'>,
  compared: ComparedMetric,
) {
  if (unfinished) return 'the week is not over';
  if (!close) return 'no snapshot';
  return lastClose ? whyNoChange(compared, 'the week before') : 'no snapshot the week before';
}
