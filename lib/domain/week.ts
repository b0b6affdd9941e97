import { addDays, type Day, daysBetween, isDay, weekday } from './day';
import type { Period } from './period';

/** `2026-W47`. A literal is one to the compiler; other text becomes one only through `isWeek`. */
export type Week = `${number}-W${number}`;

/** The week of a day by ISO 8601: `2026-W47`, from Monday, in the year that its Thursday lies in. Throws for what is no date. */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(inJanuary(year, '01'), thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}` as Week;
}

/** Whether `text` names an ISO week that exists: `2026-W53` does, `2027-W53` does not. */
export function isWeek(text: string): text is Week {
  if (!/^\d{4}-W\d{2}$/.test(text)) return false;
  const monday = mondayOf(text);
  return isDay(monday) && weekOf(monday) === text;
}

/** Monday to Sunday of a week that exists. */
export const daysOfWeek = (week: Week): Period => ({ from: mondayOf(week), to: addDays(mondayOf(week), 6) });

/** The week `count` weeks later, earlier when negative: after `2026-W53` comes `2027-W01`. */
export const addWeeks = (week: Week, count: number): Week => weekOf(addDays(mondayOf(week), count * 7));

/** 4 January always lies in week 1. */
function mondayOf(week: string): Day {
  const january4 = inJanuary(week.slice(0, 4), '04');
  return addDays(january4, 1 - weekday(january4) + (Number(week.slice(6)) - 1) * 7);
}

const inJanuary = (year: string, day: '01' | '04'): Day => `${year}-01-${day}` as Day;
