import { addDays, type Day, eachDay, weekday } from './day';
import type { GapDay, GapReason } from './gap';
import type { Period } from './period';
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
  const { last, cellOf } = cells({ captured, gaps, first, today });
  return weeksOf({ from: addDays(today, 1 - days), to: last }, cellOf);
}

/** A month of a year, its days in whole weeks from Monday. */
export type CalendarMonth = { readonly month: number; readonly weeks: readonly CalendarWeek[] };

/** The twelve months of a year; days after tomorrow are `null`, as those of other months are. */
export function monthsOf(question: Omit<CalendarQuestion, 'days'>, year: number): CalendarMonth[] {
  const { last, cellOf } = cells(question);
  return Array.from({ length: 12 }, (_, index) => {
    const from = firstOf(year, index);
    const to = addDays(firstOf(year, index + 1), -1);
    return { month: index + 1, weeks: weeksOf({ from, to }, (day) => (day > last ? null : cellOf(day))) };
  });
}

const firstOf = (year: number, index: number): Day =>
  index === 12 ? firstOf(year + 1, 0) : (`${year}-${String(index + 1).padStart(2, '0')}-01` as Day);

/** What each day shows; nothing is said of days after `last`, which is tomorrow once today is captured. */
function cells({ captured, gaps, first, today }: Omit<CalendarQuestion, 'days'>) {
  const sources = new Map(captured.map(({ day, source }) => [day, source]));
  const reasons = new Map(gaps.map(({ day, reason, status }) => [day, { reason, status }]));
  const cellOf = (day: Day): CalendarDay => {
    const source = sources.get(day);
    const reason = reasons.get(day) ?? null;
    return { day, isToday: day === today, reason, state: stateOf({ day, today, first, source, reason }) };
  };
  return { last: sources.has(today) ? addDays(today, 1) : today, cellOf };
}

/** Whole weeks around a span; `null` outside it. */
function weeksOf({ from, to }: Period, cellOf: (day: Day) => CalendarDay | null): CalendarWeek[] {
  const days = eachDay(addDays(from, 1 - weekday(from)), addDays(to, 7 - weekday(to)));
  return chunksOf(
    7,
    days.map((day) => (day < from || day > to ? null : cellOf(day))),
  );
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
