import { dayIn } from '@/lib/domain/day';
import type { Freshness } from '@/lib/domain/freshness';
import { type Here, shortDay, soonWords, timeWords } from './numbers';

/** How new the numbers are, short enough for a phone's top bar. */
export type FreshnessLine = { readonly tone: 'plain' | 'ok' | 'warn' | 'bad'; readonly text: string };

/** Without `anySnapshot` nothing is late yet, whatever `freshness` says. Times are of the organisation's zone. */
export function freshnessLine(freshness: Freshness, anySnapshot: boolean, here: Here): FreshnessLine {
  if (!anySnapshot) return { tone: 'plain', text: 'No snapshot yet' };
  switch (freshness.kind) {
    case 'taken':
      return { tone: 'ok', text: `Taken ${timeWords(freshness.takenAt, here)}` };
    case 'not-due':
      return { tone: 'plain', text: `Due ${timeWords(freshness.dueAt, here)}` };
    case 'trying':
      return freshness.failure
        ? { tone: 'warn', text: `Failed, next try ${soonWords(freshness.nextTryAt, here)}` }
        : { tone: 'plain', text: 'Due now' };
    case 'missed':
      return {
        tone: 'bad',
        text: `No snapshot since ${shortDay(freshness.lastDay, dayIn(here.now, here.timeZone))}`,
      };
  }
}
