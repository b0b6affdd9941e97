import type { Day } from '@/lib/domain/day';
import { type Gap, isMissed } from '@/lib/domain/gap';
import { gapReasonWords } from '../words/gaps';
import { plural, spanWords } from '../words/numbers';

const mostNamed = 4;

/**
 * What is missing in the days of a filter, newest first, in a sentence; empty when nothing is. A day that the zone lost was missed by nobody.
 * @example missingWords([{ from: '2026-02-14', to: '2026-02-15', days: 2, reason: 'not-running', status: null }], '2026-11-23') // '2 of these days have no snapshot: 14–15 Feb (not running).'
 */
export function missingWords(gaps: readonly Gap[], today: Day): string {
  const missed = gaps.filter(isMissed);
  const days = missed.reduce((sum, gap) => sum + gap.days, 0);
  if (days === 0) return '';
  const named = missed
    .slice(0, mostNamed)
    .map((gap) => `${spanWords(gap.from, gap.to, today)} (${gapReasonWords(gap)})`);
  const more = missed.length - named.length;
  const rest = more > 0 ? ` and ${plural(more, 'more gap')}` : '';
  return `${days === 1 ? 'One of these days has' : `${days} of these days have`} no snapshot: ${named.join(', ')}${rest}.`;
}
