import { clockVerdict, type TwoClocks } from './clock-skew';
import { type Day, startOf, type TimeZone } from './day';
import type { Snapshot } from './snapshot';

/**
 * When a reading was really taken, if that was before its day began in `zone`: our clock ran ahead of the answer's. Null when it was
 * not, or when nothing says so.
 */
export function takenBeforeItsDay(day: Day, clocks: TwoClocks, zone: TimeZone): Date | null {
  const { answerDate } = clocks;
  return answerDate && clockVerdict(clocks) === 'apart' && answerDate < startOf(day, zone) ? answerDate : null;
}

/** Whether a day counts as captured by its snapshot: one that was taken before the day began leaves the day to be asked. */
export const isCaptured = ({ takenBefore }: Pick<Snapshot, 'takenBefore'>): boolean => !takenBefore;

/**
 * When a day whose snapshot came too early can be asked by our clock: while that still runs ahead, midnight comes to Enpass later
 * than to us, and asking each minute until then would only keep the same answer again.
 */
export function askAgainFrom({ day, takenAt, answerDate }: Pick<Snapshot, 'day'> & TwoClocks, zone: TimeZone): Date {
  const aheadMs = answerDate ? Math.max(0, takenAt.getTime() - answerDate.getTime()) : 0;
  return new Date(startOf(day, zone).getTime() + aheadMs);
}
