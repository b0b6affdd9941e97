import { ruledOffsetMs } from './zone-rules';

const MS_PER_DAY = 86_400_000;

/** YYYY-MM-DD. A literal is one to the compiler; other text becomes one only through `isDay`, or `isWrittenAsDay` where it was checked before. */
export type Day = `${number}-${number}-${number}`;

/** A name of the IANA list. A literal such as Europe/Berlin is one to the compiler, other text only through `isTimeZone`, which knows CET as well. */
export type TimeZone = 'UTC' | `${string}/${string}`;

/** Whether `text` is a real calendar day written YYYY-MM-DD, 1900 to 2999: a mistyped year must not open centuries of gaps. */
export const isDay = (text: string): text is Day =>
  /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcOf(text)) && dayAt(utcOf(text)) === text;

/** Whether `text` has a day's form, of any year: what our own database and a token's last day hold. */
export const isWrittenAsDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Whether `text` is a time of day written HH:MM, 00:00 to 23:59. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * The day `count` days later, earlier when `count` is negative. Text that is no date throws a RangeError.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export const addDays = (day: Day, count: number): Day => dayAt(utcOf(day) + count * MS_PER_DAY);

/**
 * How many days `to` lies after `from`; negative when it lies before, NaN when one is no date. Days of the calendar: no zone's
 * summer time makes one shorter.
 * @example daysBetween('2026-10-24', '2026-10-26') // 2
 */
export const daysBetween = (from: Day, to: Day): number => Math.round((utcOf(to) - utcOf(from)) / MS_PER_DAY);

/** The 1st, 15th or 28th of the month that `day` lies in. */
export const dayOfMonth = (day: Day, number: '01' | '15' | '28'): Day => `${day.slice(0, 7)}-${number}` as Day;

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function eachDay(from: Day, to: Day): Day[] {
  const first = utcOf(from);
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, index) => dayAt(first + index * MS_PER_DAY));
}

/**
 * The earlier of two days, or of two weeks: both compare as text.
 * @example earlierOf('2026-W53', '2027-W01') // '2026-W53'
 */
export const earlierOf = <T extends string>(one: T, other: T): T => (one < other ? one : other);

/** The later of two days, or of two weeks. */
export const laterOf = <T extends string>(one: T, other: T): T => (one < other ? other : one);

/**
 * 1 for Monday to 7 for Sunday, as ISO 8601 counts; 7 for what is no date.
 * @example weekday('2026-11-22') // 7
 */
export const weekday = (day: Day): number => new Date(utcOf(day)).getUTCDay() || 7;

/** Whether `name` is a time zone of the IANA list that this machine knows. Bare offsets (+01:00) are not: they have no summer time. */
export function isTimeZone(name: string): name is TimeZone {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    wallClockOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The calendar day that a clock on the wall of `zone` (an IANA name) shows at `instant`. An unknown zone throws a RangeError.
 * @example dayIn(new Date('2026-11-22T12:00:00Z'), 'Pacific/Auckland') // '2026-11-23'
 */
export const dayIn = (instant: Date, zone: TimeZone): Day => dayAt(wallTime(instant.getTime(), zone));

/**
 * What that clock shows, HH:MM, seconds cut off.
 * @example timeIn(new Date('2026-11-22T00:30:59Z'), 'Asia/Kolkata') // '06:00'
 */
export const timeIn = (instant: Date, zone: TimeZone): string =>
  new Date(wallTime(instant.getTime(), zone)).toISOString().slice(11, 16);

/**
 * The first instant at which a clock in `zone` shows `time` (HH:MM) of `day` or later: the end of the gap when summer time
 * jumps over it, the earlier of the two when the hour comes twice. A day the zone skipped gives the start of the next one.
 * @example instantOf('2026-03-29', '02:30', 'Europe/Berlin') // new Date('2026-03-29T01:00:00Z')
 */
export function instantOf(day: Day, time: string, zone: TimeZone): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(wall - MS_PER_DAY, zone);
  const after = offsetAt(wall + MS_PER_DAY, zone);
  const hits = [wall - before, wall - after].filter((instant) => instant + offsetAt(instant, zone) === wall);
  return new Date(hits.length > 0 ? Math.min(...hits) : offsetChange(wall - MS_PER_DAY, wall + MS_PER_DAY, zone));
}

/** The whole of what that clock shows, in milliseconds as if it were UTC. */
export const wallClock = (instant: Date, zone: TimeZone): number => wallTime(instant.getTime(), zone);

/** The first instant of `day` in `zone`: not always 00:00, and that of the next day when the zone skipped it. */
export const startOf = (day: Day, zone: TimeZone): Date => instantOf(day, '00:00', zone);

/** Whether `day` happened in `zone` (Samoa had no 30 December 2011). */
export const happenedIn = (day: Day, zone: TimeZone): boolean => dayIn(startOf(day, zone), zone) === day;

// A date without a time is read as UTC.
const utcOf = (day: string): number => Date.parse(day);

// By hand, because toISOString takes five times as long, and a chart asks for thousands of days.
function dayAt(utc: number): Day {
  if (Number.isNaN(utc)) throw new RangeError('not a day');
  const at = new Date(utc);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return `${year > 999 ? year : String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as Day;
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClockOf(zone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  wallClocks.set(zone, made);
  return made;
}

/** What the wall clock shows, as if it were UTC, in whole seconds. */
function wallTime(instant: number, zone: TimeZone): number {
  const ruled = ruledOffsetMs(instant, zone);
  if (ruled !== null) return Math.floor((instant + ruled) / 1000) * 1000;
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of wallClockOf(zone).formatToParts(instant)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value);
  }
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
}

const offsetAt = (instant: number, zone: TimeZone): number =>
  wallTime(instant, zone) - Math.floor(instant / 1000) * 1000;

/** The second at which the offset changes between two instants, to be called when it does. */
function offsetChange(from: number, to: number, zone: TimeZone): number {
  const before = offsetAt(from, zone);
  let low = Math.floor(from / 1000);
  let high = Math.ceil(to / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, zone) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}
