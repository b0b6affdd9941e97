import type { Day } from '@/lib/domain/day';
import { groupGaps } from '@/lib/domain/gap';
import type { FailedRuns, WeekFacts } from '@/lib/domain/week-facts';
import { gapReasonWords } from '../words/gaps';
import { noteWords } from '../words/notes';
import { countWords, plural, shortDay, spanWords } from '../words/numbers';

/** A bold fact, a plain sentence, and how much it wants of its reader. */
export type Remark = {
  readonly tone: 'ok' | 'warn' | 'bad' | 'plain';
  readonly fact: string;
  readonly sentence: string;
};

/** What is missing, does not add up, or failed on the way; days come first, even when none is missing. */
export function qualityRemarks({ quality, unfinished, to }: WeekFacts): Remark[] {
  const { captured, possible, gaps, notes, failedRuns } = quality;
  const missing = groupGaps(gaps).map(
    (gap) =>
      `No snapshot ${gap.days === 1 ? 'on ' : ''}${spanWords(gap.from, gap.to, to)}: ${gapReasonWords(gap)}${runsIn(gap, failedRuns)}.`,
  );
  const elsewhere = failedRuns.filter(({ day }) => !gaps.some((gap) => gap.day === day));
  const days: Remark = {
    tone: gaps.length === 0 ? 'ok' : 'bad',
    fact: `${captured} of ${plural(possible, 'day')}.`,
    sentence: missing.join(' ') || (unfinished ? 'None is missing so far.' : 'None is missing.'),
  };
  return [
    ...(possible === 0 ? [] : [days]),
    ...notes.map((note): Remark => ({ tone: 'plain', fact: 'Note:', sentence: noteWords(note).fact })),
    ...failedRemark(
      elsewhere.filter(({ captured: there }) => there),
      'captured the same day',
      to,
    ),
    ...failedRemark(
      elsewhere.filter(({ captured: there }) => !there),
      unfinished ? 'no snapshot that day so far' : 'no snapshot that day',
      to,
    ),
  ];
}

function runsIn({ from, to }: { from: Day; to: Day }, failed: readonly FailedRuns[]): string {
  const runs = failed.filter(({ day }) => day >= from && day <= to).reduce((sum, one) => sum + one.runs, 0);
  return runs > 1 ? ` in ${countWords(runs)} runs` : '';
}

/** Runs that failed on days that are no gap: they were captured all the same, or lie before the first snapshot, or are today. */
function failedRemark(failed: readonly FailedRuns[], how: string, beside: Day): Remark[] {
  if (failed.length === 0) return [];
  const runs = failed.reduce((sum, one) => sum + one.runs, 0);
  const each = failed.map(
    ({ day, kind, status }) => `${shortDay(day, beside)} ${gapReasonWords({ reason: kind, status })}`,
  );
  return [{ tone: 'plain', fact: `${plural(runs, 'failed run')},`, sentence: `${how}: ${each.join('; ')}.` }];
}
