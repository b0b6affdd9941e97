import { type Day, dayIn } from '@/lib/domain/day';
import type { Freshness } from '@/lib/domain/freshness';
import type { SnapshotSource } from '@/lib/domain/snapshot';
import type { FreshnessLine } from './freshness';
import { type Here, plural, sourceWords, timeWords, weekdayDay, zoneWords } from './numbers';

type Taken = { readonly day: Day; readonly takenAt: Date; readonly source: SnapshotSource };

/** How the shown snapshot came and when the next one does. */
export function snapshotWords(
  taken: Taken,
  freshness: Freshness,
  here: Here,
): { tone: FreshnessLine['tone']; fact: string; sentence: string } {
  const fact = factWords(taken, here);
  const how = taken.source === 'imported' ? '.' : ` ${sourceWords[taken.source]}.`;
  switch (freshness.kind) {
    case 'taken':
      return {
        tone: 'ok',
        fact,
        sentence: `${how} Next one ${timeWords(freshness.nextRunAt, here)}, ${zoneWords(here.timeZone)}.`,
      };
    case 'not-due':
      return {
        tone: 'plain',
        fact,
        sentence: `${how} Next one ${timeWords(freshness.dueAt, here)}, ${zoneWords(here.timeZone)}.`,
      };
    case 'trying':
      return {
        tone: 'warn',
        fact,
        sentence: `${how} Today’s is being tried, next ${timeWords(freshness.nextTryAt, here)}.`,
      };
    case 'missed':
      return {
        tone: 'bad',
        fact,
        sentence: `${how} ${plural(freshness.days, 'day')} missed since, next try ${timeWords(freshness.nextTryAt, here)}.`,
      };
  }
}

/** What is imported today need not be of today: then its day comes first. */
function factWords({ day, takenAt, source }: Taken, here: Here): string {
  const at = timeWords(takenAt, here);
  if (source !== 'imported') return `Taken ${at}`;
  if (dayIn(takenAt, here.timeZone) === day) return `Imported ${at}`;
  return `Of ${weekdayDay(day, dayIn(here.now, here.timeZone))}, imported ${at}`;
}
