import { addDays, type Day, eachDay, weekday } from './day';
import type { GapDay, GapReason } from './gap';
import type { SnapshotSource } from './snapshot';

/** `today`: today, not captured yet. `next`: tomorrow, shown once today is captured. */
export type DayState = 'captured' | 'manual' | 'imported' | 'gap' | 'today' | 'next' | 'before-first';

export type CalendarDay = {
  readonly day: Day;
  readonly state: DayState;
  readonly isToday: boolean;
  readonly reason: GapReason | null;
};

/** Monday to Sunday; `null` outside the calendar. */
export type CalendarWeek = readonly (CalendarDay | null)[];

export type CalendarQuestion = {
  readonly captured: readonly { readonly day: Day; readonly source: SnapshotSource }[];
  readonly gaps: readonly GapDay[];
  readonly first: Day | null;
  readonly today: Day;
  readonly days: number;
};

/** The last `days` days up to today, and tomorrow, in whole weeks from Monday. */
export function calendarOf({ captured, gaps, first, today, days }: CalendarQuestion): CalendarWeek[] {
  const sources = new Map(captured.map(({ day, source }) => [day, source]));
  const reasons = new Map(gaps.map(({ day, reason, status }) => [day, { reason, status }]));
  const from = addDays(today, 1 - days);
  const last = sources.has(today) ? addDays(today, 1) : today;
  const cell = (day: Day): CalendarDay | null => {
    if (day < from || day > last) return null;
    const source = sources.get(day);
    const reason = reasons.get(day) ?? null;
    return { day, isToday: day === today, reason, state: stateOf({ day, today, first, source, reason }) };
  };
  const monday = addDays(from, 1 - weekday(from));
  const sunday = addDays(last, 7 - weekday(last));
  return chunksOf(7, eachDay(monday, sunday).map(cell));
}

type Input = Pick<CalendarDay, 'day' | 'reason'> &
  Pick<CalendarQuestion, 'today' | 'first'> & { source: SnapshotSource | undefined };

/** A day the zone skipped is neither captured nor a gap: nothing to show, like a day before the first. */
function stateOf({ day, today, first, source, reason }: Input): DayState {
  if (source) return source === 'scheduled' ? 'captured' : source;
  if (day > today) return 'next';
  if (day === today) return 'today';
  return first !== null && day > first && reason ? 'gap' : 'before-first';
}

const chunksOf = <T>(size: number, items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
