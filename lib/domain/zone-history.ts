import { addDays, type Day, dayIn, eachDay, happenedIn, isTimeZone, type TimeZone } from './day';

/** Stands between the two zones of a change, as it is written. */
export const zoneArrow = ' -> ';

/** From `at` on the organisation's days begin and end in `to`. */
export type ZoneChange = { readonly at: Date; readonly from: TimeZone; readonly to: TimeZone };

/** An organisation's zones: the changes, oldest first, and the zone that holds now. */
export type ZoneHistory = { readonly changes: readonly ZoneChange[]; readonly timeZone: TimeZone };

/** `zone-changed`: the day ended early, or never came, because the zone was changed. `skipped-day`: the zone's own clocks leapt over it. */
export const lostDayKinds = ['zone-changed', 'skipped-day'] as const;
export type LostDayKind = (typeof lostDayKinds)[number];

/** Why a day could not be captured whatever anybody did; null for a day that could. */
export function lostDayKind(day: Day, history: ZoneHistory): LostDayKind | null {
  if (daysLostByChanges(history.changes).has(day)) return 'zone-changed';
  return happenedIn(day, zoneOn(day, history)) ? null : 'skipped-day';
}

/**
 * The days that a change cut short or leapt over. One that goes back again gives back what has not ended by then: those days went on.
 */
function daysLostByChanges(changes: readonly ZoneChange[]): Set<Day> {
  const lost = new Set<Day>();
  for (const { at, from, to } of changes) {
    const [left, entered] = [dayIn(at, from), dayIn(at, to)];
    for (const day of eachDay(left, addDays(entered, -1))) lost.add(day);
    for (const day of eachDay(entered, left)) lost.delete(day);
  }
  return lost;
}

/** The zone in which a day ended: the one that the first change after it left. */
const zoneOn = (day: Day, { changes, timeZone }: ZoneHistory): TimeZone =>
  changes.find(({ at, from }) => dayIn(at, from) > day)?.from ?? timeZone;

/** What the audit log says of a change ("Europe/Berlin -> Asia/Kolkata"); null for text that names no two zones of this machine. */
export function zoneChangeIn(words: string, at: Date): ZoneChange | null {
  const [from = '', to = '', ...more] = words.split(zoneArrow);
  return more.length === 0 && isTimeZone(from) && isTimeZone(to) ? { at, from, to } : null;
}
