import { addDays, type Day, dayOfMonth, daysBetween, eachDay, weekday } from '@/lib/domain/day';
import { shortDay } from '../words/numbers';

export type TimeTick = { readonly day: Day; readonly text: string };

type Span = { readonly from: Day; readonly to: Day };

const room = 56;

/** Days worth a tick, as close as `width` pixels allow: Mondays, half months, months, quarters, years. The ends are named when bare. */
export function timeTicks({ from, to }: Span, width: number, today: Day): TimeTick[] {
  const days = Math.max(1, daysBetween(from, to));
  const perDay = width / days;
  const kind = kinds.find(({ everyDays, upToDays }) => everyDays * perDay >= room && days <= upToDays) ?? last;
  const between = kind.days({ from, to }).filter((day) => from <= day && day <= to);
  const at = (day: Day) => daysBetween(from, day) * perDay;
  const ticks = between.map((day) => ({ day, text: kind.text(day) }));
  const [first, final] = [ticks[0], ticks.at(-1)];
  const ends = kind.everyDays < 300;
  const before = ends && (!first || at(first.day) > room + 12) ? [{ day: from, text: shortDay(from, from) }] : [];
  const bare = from < to && width - (final ? at(final.day) : 0) > room + 12;
  const after = ends && bare ? [{ day: to, text: shortDay(to, to) }] : [];
  return withYears([...before, ...ticks, ...after], today);
}

/** The first day of a year says which: 4 Jan ’27. The first of all only where that is not the reader's year. */
function withYears(ticks: readonly TimeTick[], today: Day): TimeTick[] {
  let year = today.slice(0, 4);
  return ticks.map(({ day, text }) => {
    const same = day.slice(0, 4) === year;
    year = day.slice(0, 4);
    return { day, text: same || text === year ? text : `${text} ’${year.slice(2)}` };
  });
}

type Kind = {
  readonly everyDays: number;
  readonly upToDays: number;
  readonly days: (span: Span) => Day[];
  readonly text: (day: Day) => string;
};

const longer = Number.POSITIVE_INFINITY;
const yearly = (years: number): Kind => ({
  everyDays: 365 * years,
  upToDays: longer,
  days: (span) => yearsOf(span).filter((day) => Number(day.slice(0, 4)) % years === 0),
  text: (day) => day.slice(0, 4),
});
const monthly = (months: number): Kind => ({
  everyDays: 30 * months,
  upToDays: longer,
  days: (span) => monthsOf(span).filter((day) => (Number(day.slice(5, 7)) - 1) % months === 0),
  text: (day) => (day.slice(5) === '01-01' ? day.slice(0, 4) : dayOfMonthWords(day)),
});

const dayOfMonthWords = (day: Day): string => shortDay(day, day);

const kinds: readonly Kind[] = [
  { everyDays: 7, upToDays: 63, days: ({ from, to }) => mondaysOf(from, to), text: dayOfMonthWords },
  {
    everyDays: 15,
    upToDays: 140,
    days: (span) => monthsOf(span).flatMap((day) => [day, dayOfMonth(day, '15')]),
    text: dayOfMonthWords,
  },
  ...[1, 2, 3, 6].map(monthly),
  ...[1, 2, 5, 10].map(yearly),
];
const last = yearly(25);

const mondaysOf = (from: Day, to: Day): Day[] => eachDay(from, to).filter((day) => weekday(day) === 1);

function monthsOf({ from, to }: Span): Day[] {
  const months: Day[] = [];
  for (let day = dayOfMonth(from, '01'); day <= to; day = dayOfMonth(addDays(day, 31), '01')) months.push(day);
  return months;
}

const yearsOf = ({ from, to }: Span): Day[] =>
  Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, index): Day => `${Number(from.slice(0, 4)) + index}-01-01`,
  );
