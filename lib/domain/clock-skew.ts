const minuteMs = 60_000;
const toleranceMs = 5 * minuteMs;
const apartMs = 10 * minuteMs;
const offMs = 24 * 60 * minuteMs;

/**
 * The latest instant that may stand in the database at `now`: what is dated later was written while a clock ran ahead, and says
 * nothing about the present. The clocks of several machines may differ a little.
 */
export const latestCredible = (now: Date): Date => new Date(now.getTime() + toleranceMs);

/** A reading's two clocks: ours when the answer was here, and the answer's own `Date` (RFC 9110, 6.6.1); null when it had none. */
export type TwoClocks = { readonly takenAt: Date; readonly answerDate?: Date | null };

/** `apart`: more than ten minutes. `off`: more than a day, so that nobody can say which day the numbers are of. `unknown`: not judged. */
export type ClockVerdict = 'right' | 'apart' | 'off' | 'unknown';

export function clockVerdict({ takenAt, answerDate }: TwoClocks): ClockVerdict {
  if (!answerDate) return 'unknown';
  const distanceMs = Math.abs(takenAt.getTime() - answerDate.getTime());
  return distanceMs > offMs ? 'off' : distanceMs > apartMs ? 'apart' : 'right';
}

/**
 * How far our clock lies from the answer's, in words of ours: 30 hours ahead, 20 days behind.
 * @example clockDistance({ takenAt: new Date('2026-11-24T12:00:00Z'), answerDate: new Date('2026-11-23T06:00:00Z') }) // '30 hours ahead'
 */
export function clockDistance({ takenAt, answerDate }: { takenAt: Date; answerDate: Date }): string {
  const distanceMs = takenAt.getTime() - answerDate.getTime();
  const hours = Math.round(Math.abs(distanceMs) / (60 * minuteMs));
  const size = hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
  return `${size} ${distanceMs > 0 ? 'ahead' : 'behind'}`;
}
