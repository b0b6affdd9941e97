import type { Day } from '@/lib/domain/day';
import { longDay } from './numbers';

/** What a change of zone did to the day that it ended before its time, after "Saved."; empty where it ended none. */
export function endedDayWords(ended: { readonly day: Day; readonly taken: boolean } | null): string {
  if (ended === null) return '';
  const fact = `${longDay(ended.day)} ended with this change`;
  return ended.taken
    ? ` ${fact}; its snapshot was taken just before.`
    : ` ${fact}, and its snapshot could not be taken: the day stays a gap. Runs says why.`;
}
