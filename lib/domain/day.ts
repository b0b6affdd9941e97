const MS_PER_DAY = 86_400_000;

/** Whether `text` is a real calendar day written YYYY-MM-DD, 1900 to 2999: a mistyped year must not open centuries of gaps. */
export const isDay = (text: string): boolean =>
  /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcOf(text)) && dayAt(utcOf(text)) === text;

/** Whether `text` is a time of day written HH:MM, 00:00 to 23:59. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * The day `count` days later, earlier when `count` is negative. Text that is no date throws a RangeError.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export const addDays = (day: string, count: number): string => dayAt(utcOf(day) + count * MS_PER_DAY);

/**
 * How many days `to` lies after `from`; negative when it lies before, NaN when one is no date. Days of the calendar: no zone's
 * summer time makes one shorter.
 * @example daysBetween('2026-10-24', '2026-10-26') // 2
 */
export const daysBetween = (from: string, to: string): number => Math.round((utcOf(to) - utcOf(from)) / MS_PER_DAY);

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function eachDay(from: string, to: string): string[] {
  const first = utcOf(from);
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, index) => dayAt(first + index * MS_PER_DAY));
}

/**
 * The earlier of two days, or of two weeks: both compare as text.
 * @example earlierOf('2026-W53', '2027-W01') // '2026-W53'
 */
export const earlierOf = (one: string, other: string): string => [one, other].sort()[0] ?? one;

/** The later of two days, or of two weeks. */
export const laterOf = (one: string, other: string): string => [one, other].sort()[1] ?? one;

/**
 * 1 for Monday to 7 for Sunday, as ISO 8601 counts; 7 for what is no date.
 * @example weekday('2026-11-22') // 7
 */
export const weekday = (day: string): number => new Date(utcOf(day)).getUTCDay() || 7;

/** Whether `name` is a time zone of the IANA list that this machine knows. Bare offsets (+01:00) are not: they have no summer time. */
export function isTimeZone(name: string): boolean {
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
 * @example dayIn('Pacific/Auckland', new Date('2026-11-22T12:00:00Z')) // '2026-11-23'
 */
export const dayIn = (zone: string, instant: Date): string => dayAt(wallTime(zone, instant.getTime()));

/**
 * What that clock shows, HH:MM, seconds cut off.
 * @example timeIn('Asia/Kolkata', new Date('2026-11-22T00:30:59Z')) // '06:00'
 */
export const timeIn = (zone: string, instant: Date): string =>
  new Date(wallTime(zone, instant.getTime())).toISOString().slice(11, 16);

/**
 * The first instant at which a clock in `zone` shows `time` (HH:MM) of `day` or later: the end of the gap when summer time
 * jumps over it, the earlier of the two when the hour comes twice. A day the zone skipped gives the start of the next one.
 * @example instantOf('2026-03-29', '02:30', 'Europe/Berlin') // new Date('2026-03-29T01:00:00Z')
 */
export function instantOf(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(zone, wall - MS_PER_DAY);
  const after = offsetAt(zone, wall + MS_PER_DAY);
  const hits = [wall - before, wall - after].filter((instant) => instant + offsetAt(zone, instant) === wall);
  return new Date(hits.length > 0 ? Math.min(...hits) : offsetChange(zone, wall - MS_PER_DAY, wall + MS_PER_DAY));
}

/** The first instant of `day` in `zone`: not always 00:00, and that of the next day when the zone skipped it. */
export const startOf = (day: string, zone: string): Date => instantOf(day, '00:00', zone);

/** Whether `day` happened in `zone` (Samoa had no 30 December 2011). */
export const happenedIn = (zone: string, day: string): boolean => dayIn(zone, startOf(day, zone)) === day;

// A date without a time is read as UTC.
const utcOf = (day: string): number => Date.parse(day);

// By hand, because toISOString takes five times as long, and a chart asks for thousands of days.
function dayAt(utc: number): string {
  if (Number.isNaN(utc)) throw new RangeError('not a day');
  const at = new Date(utc);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return `${year > 999 ? year : String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
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
function wallTime(zone: string, instant: number): number {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of wallClockOf(zone).formatToParts(instant)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value);
  }
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
}

const offsetAt = (zone: string, instant: number): number => wallTime(zone, instant) - Math.floor(instant / 1000) * 1000;

/** The second at which the offset changes between two instants, to be called when it does. */
function offsetChange(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let low = Math.floor(from / 1000);
  let high = Math.ceil(to / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}
