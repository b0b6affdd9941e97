import { addDays, type Day, daysBetween, eachDay, earlierOf } from './day';
import { daysUpTo, lengthInDays, type Period, previous } from './period';
import { addWeeks, daysOfWeek, type Week, weekOf } from './week';

/** Weeks up to today; `all` begins with the first snapshot. */
export const trendPresets = { '4w': 4, '12w': 12, '26w': 26, '52w': 52, all: null } as const;
export type TrendPreset = keyof typeof trendPresets;
export const trendPresetNames = Object.keys(trendPresets) as TrendPreset[];

export type Interval = 'day' | 'week';

/** No line ever has more points than this. */
export const mostPoints = 400;
/** A hundred years: longer is a slip of the keyboard. */
export const mostDays = 36_525;
const mostDailyDays = 26 * 7;
/** How many weeks share a point when there are too many for one each: a fortnight, four weeks, a quarter, half a year. */
const slotSizes = [1, 2, 4, 13, 26];
const aMonday = '1970-01-05';

type Now = { readonly today: Day; readonly first: Day | null; readonly interval?: Interval | undefined };

/**
 * The days of a preset up to `today`: in weekly closes that many calendar weeks, the last of them so far. `first` is the first day
 * with a snapshot; where there is none, `all` is four weeks.
 */
export function periodOf(preset: TrendPreset, { today, first, interval }: Now): Period {
  const weeks = trendPresets[preset];
  if (weeks !== null) {
    const days = daysUpTo(today, weeks * 7);
    return (interval ?? intervalFor(days)) === 'day' ? days : { from: mondayBefore(today, weeks - 1), to: today };
  }
  return { from: first !== null && first <= today ? first : daysUpTo(today, 28).from, to: today };
}

/** The Monday of the week that many weeks before. */
export const mondayBefore = (day: Day, weeks: number): Day => daysOfWeek(addWeeks(weekOf(day), -weeks)).from;

/** Daily up to 26 weeks, weekly closes above. */
export const intervalFor = (period: Period): Interval => (lengthInDays(period) <= mostDailyDays ? 'day' : 'week');

/** Where one point of a line comes from: the last snapshot from `from` to `to`. `week` is the last ISO week in it; null when the slot is a day. */
export type Slot = Period & { readonly week: Week | null };

/** `weeksPerSlot` is 0 for days, 1 for weekly closes, more when a history is too long for a point a week. */
export type Slots = { readonly period: Period; readonly weeksPerSlot: number; readonly slots: readonly Slot[] };

/** A slot for every day of the period. */
export const dailySlots = (period: Period): Slots => ({
  period,
  weeksPerSlot: 0,
  slots: eachDay(period.from, period.to).map((day) => ({ from: day, to: day, week: null })),
});

/**
 * The whole weeks that touch the period. Over 400 of them share slots of 2, 4, 13 or 26, which lie fixed in the calendar, so that a
 * close does not move when the period does.
 */
export function weeklySlots(period: Period): Slots {
  const whole = { from: daysOfWeek(weekOf(period.from)).from, to: daysOfWeek(weekOf(period.to)).to };
  const first = weekNumber(whole.from);
  const last = weekNumber(whole.to);
  const size = slotSizes.find((weeks) => Math.floor(last / weeks) - Math.floor(first / weeks) < mostPoints) ?? 52;
  const slots: Slot[] = [];
  for (let slot = Math.floor(first / size); slot <= Math.floor(last / size); slot += 1) {
    const from = mondayOf(Math.max(first, slot * size));
    const to = addDays(mondayOf(Math.min(last, slot * size + size - 1)), 6);
    slots.push({ from, to, week: weekOf(to) });
  }
  return { period: whole, weeksPerSlot: size, slots };
}

/** At most 400 slots a week or more; by day as many as the period has days, which whoever asks has to bound. */
export const slotsOf = (period: Period, interval: Interval): Slots =>
  interval === 'day' ? dailySlots(period) : weeklySlots(period);

/** Without the days before the first snapshot that whole weeks brought in, and nobody asked for. */
export function begunWith(first: Day | null, asked: Period, { period, slots, ...rest }: Slots): Slots {
  if (first === null || period.from >= first || asked.from < first) return { period, slots, ...rest };
  const [begin, ...later] = slots;
  const begun = begin ? [{ ...begin, from: first }, ...later] : slots;
  return { ...rest, period: { from: first, to: period.to }, slots: begun };
}

/**
 * As many slots of the same lengths, ending the day before: the two lines pair up point by point. A slot that is not over on `today`
 * is set beside equally many days.
 */
export function previousSlots({ period, weeksPerSlot, slots }: Slots, today: Day): Slots {
  const shift = -lengthInDays(period);
  const { from, to: end } = previous(period);
  const before = { from, to: earlierOf(end, addDays(earlierOf(period.to, today), shift)) };
  if (weeksPerSlot === 0) return dailySlots(before);
  const moved = slots.map((slot) => ({
    from: addDays(slot.from, shift),
    to: addDays(slot.from <= today ? earlierOf(slot.to, today) : slot.to, shift),
  }));
  return { period: before, weeksPerSlot, slots: moved.map((slot) => ({ ...slot, week: weekOf(slot.to) })) };
}

const weekNumber = (day: Day): number => Math.floor(daysBetween(aMonday, day) / 7);
const mondayOf = (number: number): Day => addDays(aMonday, number * 7);
