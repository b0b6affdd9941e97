import type { CalendarDay, DayState } from '@/lib/domain/calendar';
import { addDays, type Day, earlierOf } from '@/lib/domain/day';
import { runsPath, trendsPath } from '../paths';
import { gapReasonWords } from '../words/gaps';

/** What a day of the calendar is, in words: captured by hand; no snapshot, token refused (401). */
export function dayStateWords(state: DayState, reason: CalendarDay['reason']): string {
  switch (state) {
    case 'captured':
      return 'captured';
    case 'manual':
      return 'captured by hand';
    case 'imported':
      return 'imported';
    case 'gap':
      return reason ? `no snapshot, ${gapReasonWords(reason)}` : 'no snapshot';
    case 'today':
      return 'today, not captured yet';
    case 'next':
      return 'next';
    case 'before-first':
      return 'before the first snapshot';
  }
}

/** Where a day leads: to its runs, or, where a file brought it, to its numbers in the line around it; null where there is nothing. */
export function calendarDayPath({ day, state }: Pick<CalendarDay, 'day' | 'state'>, today: Day): string | null {
  switch (state) {
    case 'captured':
    case 'manual':
    case 'gap':
    case 'today':
      return runsPath('history', { from: day, to: day });
    case 'imported':
      return trendsAround(day, today);
    case 'next':
    case 'before-first':
      return null;
  }
}

/** The line of two weeks with the day in their middle, as far as there are days. */
export const trendsAround = (day: Day, today: Day): string =>
  trendsPath({ period: 'dates', from: addDays(day, -7), to: earlierOf(addDays(day, 7), today) });
