import { addDays, type Day, daysBetween, weekday } from '@/lib/domain/day';

/** A place of the story: working weeks from the one it ends in (0, before it negative), and a weekday, Monday 1. */
export type Place = { readonly week: number; readonly weekday: number };

/** How long the story takes from its first day to its last. */
export const storyDays = 400;

/** The Monday of the story's working week: the two weeks of Christmas and New Year are passed over, so that nothing told falls into them. */
export function mondayOf(week: number, end: Day): Day {
  let monday = addDays(end, 1 - weekday(end));
  for (let left = week; left !== 0; ) {
    monday = addDays(monday, 7 * Math.sign(left));
    if (!isBreak(monday)) left -= Math.sign(left);
  }
  return monday;
}

/** The day of a place in the story that ends on `end`. */
export const dayOf = ({ week, weekday: number }: Place, end: Day): Day => addDays(mondayOf(week, end), number - 1);

/** Whether a day lies in the weeks of Christmas and New Year, when the offices are closed. */
export function isBreak(day: Day): boolean {
  if (!/-(12|01)-/.test(day)) return false;
  const sunday = addDays(day, 7 - weekday(day));
  const monthDays = Array.from({ length: 7 }, (_, index) => addDays(sunday, -index).slice(5));
  return monthDays.some((monthDay) => monthDay === '12-25' || monthDay === '01-01');
}

/** Whether people work: not at the weekend, nor on the public holidays that all of Germany has, nor the day before Christmas and New Year. */
export const isWorkday = (day: Day): boolean => weekday(day) <= 5 && !isHoliday(day);

const fixed = new Set(['01-01', '05-01', '10-03', '12-24', '12-25', '12-26', '12-31']);

/** Good Friday, Easter Monday, Ascension and Whit Monday, in days from Easter. */
const movable = new Set([-2, 1, 39, 50]);

function isHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const easter = easters.get(year) ?? easterOf(year);
  easters.set(year, easter);
  return fixed.has(day.slice(5)) || movable.has(daysBetween(easter, day));
}

const easters = new Map<number, Day>();

/** By the anonymous Gregorian rule (Nature, 20 April 1876), which needs no table. */
function easterOf(year: number): Day {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const corrected = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + corrected + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return addDays(`${year}-03-22`, moon + sunday - 7 * late);
}
