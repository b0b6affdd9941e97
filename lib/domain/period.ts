import { addDays, type Day, daysBetween } from './day';

/** Days from `from` to `to`, both included, YYYY-MM-DD. */
export type Period = { readonly from: Day; readonly to: Day };

/** Both ends count: 1 for a single day. */
export const lengthInDays = (period: Period): number => daysBetween(period.from, period.to) + 1;

/** The period of `count` days that ends with `last`. */
export const daysUpTo = (last: Day, count: number): Period => ({ from: addDays(last, 1 - count), to: last });

/** The equally long period that ends the day before. */
export const previous = (period: Period): Period => daysUpTo(addDays(period.from, -1), lengthInDays(period));

/** Both ends are inside. */
export const contains = (period: Period, day: Day): boolean => period.from <= day && day <= period.to;
