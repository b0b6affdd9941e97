import { addDays, type Day, dayIn, type TimeZone, timeIn, weekday } from '@/lib/domain/day';
import { percentSteps, roundHalf } from '@/lib/domain/round';
import type { RunTrigger } from '@/lib/domain/run';
import type { SnapshotSource } from '@/lib/domain/snapshot';

const dash = '—';
const minus = '−';
const grouped = new Intl.NumberFormat('en-GB');
const grouped1 = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const groupedFree = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
const groupedTo = (decimals: number) =>
  decimals === 1
    ? grouped1
    : new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/**
 * A count of people or licences; a dash when unknown, never 0.
 * @example countWords(1234) // '1,234'
 * @example countWords(null) // '—'
 */
export const countWords = (count: number | null): string => (count === null ? dash : signFree(count, grouped));

/**
 * A ratio as a percentage, halves away from zero; a dash when unknown. Only nothing is 0% and only all is 100%.
 * @example percentWords(260 / 420) // '61.9%'
 * @example percentWords(0.9996) // '>99.9%'
 * @example percentWords(0.0002) // '<0.1%'
 */
export function percentWords(ratio: number | null, decimals = 1): string {
  if (ratio === null) return dash;
  const steps = percentSteps(ratio, decimals);
  const words = (whole: number) => `${signFree(whole / 10 ** decimals, groupedTo(decimals))}%`;
  if (Number.isInteger(steps)) return words(steps);
  return steps < 1 ? `<${words(Math.ceil(steps))}` : `>${words(Math.floor(steps))}`;
}

/**
 * A ratio that a person chose, with every decimal that was typed and no other.
 * @example chosenPercentWords(0.75) // '75%'
 * @example chosenPercentWords(0.9996) // '99.96%'
 */
export const chosenPercentWords = (ratio: number): string => `${signFree(roundHalf(ratio * 1e8) / 1e6, groupedFree)}%`;

/**
 * How many of each hundred, whole; with decimals where none or all of them would be said falsely.
 * @example inHundredWords(243 / 277) // '88'
 * @example inHundredWords(276 / 277) // '99.6'
 */
export function inHundredWords(ratio: number): string {
  const decimals = [0, 1, 2, 3, 4].find((each) => Number.isInteger(percentSteps(ratio, each))) ?? 5;
  return signFree(roundHalf(ratio * 100 * 10 ** decimals) / 10 ** decimals, groupedTo(decimals));
}

/** 3.5, 1,250.0: to one decimal, halves away from zero. */
export const tenthWords = (amount: number): string => signFree(amount, grouped1);

/**
 * A change of a count; a dash when unknown.
 * @example changeWords(-2) // '−2'
 * @example changeWords(0) // 'unchanged'
 */
export const changeWords = (change: number | null): string =>
  change === null ? dash : change === 0 ? 'unchanged' : signed(change, grouped);

/**
 * Percentage points (1.5, not the ratio 0.015), to one decimal unless more are asked for; a dash when unknown.
 * @example pointsWords(1.45) // '+1.5 points'
 * @example pointsWords(-0.04) // 'unchanged'
 */
export function pointsWords(points: number | null, unit: 'points' | 'pts' | '' = 'points', decimals = 1): string {
  if (points === null) return dash;
  const rounded = roundHalf(points * 10 ** decimals) / 10 ** decimals;
  return rounded === 0 ? 'unchanged' : `${signedPoints(rounded, decimals)} ${unit}`.trim();
}

/** +2.4, −0.9, 0.0: percentage points without their unit, for the parts of a split, where even nothing is a figure. */
export const signedPoints = (points: number, decimals = 1): string =>
  points === 0 ? groupedTo(decimals).format(0) : signed(points, groupedTo(decimals));

/** 1 day, 5 days. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${countWords(count)} ${count === 1 ? one : many}`;

/**
 * A day beside another, which every short form asks for: the reader's today, or a day of what the page is about. Its year is told
 * when it is another one.
 * @example shortDay('2026-11-18', '2026-11-23') // '18 Nov'
 * @example shortDay('2029-12-31', '2026-11-23') // '31 Dec 2029'
 */
export const shortDay = (day: Day, beside: Day): string =>
  `${dayOf(day)} ${monthOf(day).slice(0, 3)}${yearBeside(day, beside)}`;

/** Wed 18 Nov */
export const weekdayDay = (day: Day, beside: Day): string => `${weekdayOf(day).slice(0, 3)} ${shortDay(day, beside)}`;

/** 18 November */
export const dayAndMonth = (day: Day, beside: Day): string => `${dayOf(day)} ${monthOf(day)}${yearBeside(day, beside)}`;

/** Monday 16 November */
export const weekdayAndMonth = (day: Day, beside: Day): string => `${weekdayOf(day)} ${dayAndMonth(day, beside)}`;

/** Monday */
export const weekdayName = (day: Day): string => weekdayOf(day);

/** 5 December 2026 */
export const fullDay = (day: Day): string => `${dayOf(day)} ${monthOf(day)} ${day.slice(0, 4)}`;

/** Monday 23 November 2026 */
export const longDay = (day: Day): string => `${weekdayOf(day)} ${fullDay(day)}`;

/**
 * Both ends included.
 * @example spanWords('2026-07-27', '2026-08-02', '2026-11-23') // '27 Jul–2 Aug'
 * @example spanWords('2025-12-29', '2026-01-04', '2026-11-23') // '29 Dec 2025–4 Jan 2026'
 */
export function spanWords(from: Day, to: Day, beside: Day): string {
  if (from === to) return weekdayDay(from, beside);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOf(from)}–${shortDay(to, beside)}`;
  const across = from.slice(0, 4) !== to.slice(0, 4);
  return `${shortDay(from, to)}–${shortDay(to, across ? from : beside)}`;
}

/** 16 to 19 November 2026, 26 August to 23 November 2026, 23 November 2026 for a single day */
export function longSpan(from: Day, to: Day): string {
  if (from === to) return fullDay(from);
  return `${from.slice(0, 7) === to.slice(0, 7) ? dayOf(from) : dayAndMonth(from, to)} to ${fullDay(to)}`;
}

/**
 * A day as seen from `today`: today, yesterday, tomorrow, Wed 18 Nov, with the year when it is another.
 * @example relativeDay('2025-11-18', '2026-11-18') // 'Tue 18 Nov 2025'
 */
export function relativeDay(day: Day, today: Day): string {
  if (day === today) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  if (day === addDays(today, 1)) return 'tomorrow';
  return weekdayDay(day, today);
}

/** The moment of the answer, and the organisation's IANA time zone. */
export type Here = { readonly now: Date; readonly timeZone: TimeZone };

/** today 06:00, tomorrow 06:00, Wed 18 Nov 06:00: what the clock shows in the organisation's zone. */
export const timeWords = (instant: Date, { now, timeZone }: Here): string =>
  `${relativeDay(dayIn(instant, timeZone), dayIn(now, timeZone))} ${timeIn(instant, timeZone)}`;

/** today, tomorrow, in 3 days */
export const aheadWords = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${plural(days, 'day')}`;

/** 06:20 when it is still today, else tomorrow 06:00: for what comes soon. */
export const soonWords = (instant: Date, here: Here): string =>
  dayIn(instant, here.timeZone) === dayIn(here.now, here.timeZone)
    ? timeIn(instant, here.timeZone)
    : timeWords(instant, here);

/**
 * Milliseconds, in at most two units; whole days from one on, cut off.
 * @example durationWords(102_000) // '1 min 42 s'
 */
export function durationWords(ms: number): string {
  if (ms < 9_950) return `${Math.round(Math.max(0, ms) / 100) / 10} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return two(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  return minutes < 1440
    ? two(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
    : plural(Math.floor(minutes / 1440), 'day');
}

/** in 20 h 10 min, in 6 s, rounded up; now, when it is past. */
export function untilWords(instant: Date, now: Date): string {
  const ms = instant.getTime() - now.getTime();
  if (ms <= 0) return 'now';
  const unit = ms < 60_000 ? 1000 : 60_000;
  return `in ${durationWords(Math.ceil(ms / unit) * unit)}`;
}

/** Berlin time, Buenos Aires time, UTC, UTC+2 */
export function zoneWords(timeZone: TimeZone): string {
  if (timeZone.startsWith('Etc/')) return utcWords(timeZone);
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return timeZone.includes('/') ? `${place} time` : place;
}

/** In these names the sign is that of the clock to UTC: Etc/GMT-2 is two hours ahead. */
function utcWords(timeZone: TimeZone): string {
  const [, sign, hours] = /^Etc\/GMT([+-])([1-9]\d?)$/.exec(timeZone) ?? [];
  return hours === undefined ? 'UTC' : `UTC${sign === '-' ? '+' : minus}${hours}`;
}

/** How a snapshot came: by schedule, by hand, imported. */
export const sourceWords: Record<SnapshotSource, string> = {
  scheduled: 'by schedule',
  manual: 'by hand',
  imported: 'imported',
};

/** Who started a run: schedule; Olga, by hand; by command. */
export function triggerWords(trigger: RunTrigger, startedByName: string): string {
  switch (trigger) {
    case 'scheduled':
      return 'schedule';
    case 'manual':
      return `${startedByName}, by hand`;
    case 'cli':
      return 'by command';
  }
}

/** Text at the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const yearBeside = (day: Day, beside: Day): string =>
  day.slice(0, 4) === beside.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;

/** January, for 1. */
export const monthWords = (month: number): string => months[month - 1] ?? '';

const dayOf = (day: Day): string => String(Number(day.slice(8)));
const monthOf = (day: Day): string => monthWords(Number(day.slice(5, 7)));
const weekdayOf = (day: Day): string => weekdays[weekday(day) - 1] ?? '';

const signFree = (value: number, format: Intl.NumberFormat): string =>
  value < 0 ? `${minus}${format.format(-value)}` : format.format(Math.abs(value));

const signed = (value: number, format: Intl.NumberFormat): string =>
  value > 0 ? `+${format.format(value)}` : signFree(value, format);

const two = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
