import { addDays, daysBetween, eachDay, weekday } from '@/lib/domain/day';
import { shortDay } from '../words';

export type Tick = { readonly day: string; readonly text: string };

/** Half months under 13 weeks, months up to a year, then quarters and years: never more than fits. */
export function timeTicks(from: string, to: string, narrow: boolean): Tick[] {
  const days = daysBetween(from, to) * (narrow ? 2 : 1);
  const months = monthsFrom(from, to);
  if (days < 91 || (!narrow && days < 140))
    return inside(
      from,
      to,
      months.flatMap((month) => [`${month}-01`, `${month}-15`]).map((day) => ({ day, text: shortDay(day) })),
    );
  if (days < 420)
    return inside(
      from,
      to,
      months.map((month) => ({ day: `${month}-01`, text: narrow ? monthOf(month) : shortDay(`${month}-01`) })),
    );
  if (days < 1300) {
    const quarters = months.filter((month) => ['01', '04', '07', '10'].includes(month.slice(5)));
    return inside(
      from,
      to,
      quarters.map((month) => ({ day: `${month}-01`, text: `${monthOf(month)} ${month.slice(0, 4)}` })),
    );
  }
  const years = months.filter((month) => month.endsWith('-01')).map((month) => month.slice(0, 4));
  const every = Math.ceil(years.length / (narrow ? 6 : 12));
  return inside(
    from,
    to,
    years.filter((year) => Number(year) % every === 0).map((year) => ({ day: `${year}-01-01`, text: year })),
  );
}

/** Saturdays with their Sundays, where days are wide enough to tell them apart. */
export const weekendsIn = (from: string, to: string): { from: string; to: string }[] =>
  eachDay(from, to)
    .filter((day) => weekday(day) === 6)
    .map((day) => ({ from: day, to: addDays(day, 1) }));

const inside = (from: string, to: string, ticks: readonly Tick[]): Tick[] =>
  ticks.filter(({ day }) => from <= day && day <= to);

const monthOf = (month: string): string => shortDay(`${month}-01`).slice(2);

function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = addDays(`${day.slice(0, 7)}-28`, 4))
    months.push(day.slice(0, 7));
  return months;
}
