import { anchorsOf, knownIn } from './forecast-history';
import { paceOver } from './forecast-law';

/** What moves a week, in the number's unit: the mean of the paces of 4 and 13 weeks, as the forecast has it. */
export type Pace = {
  readonly perWeek: number;
  /** The newest and the oldest weeks it is made of: 4 and 13, or what there is. */
  readonly shortWeeks: number;
  readonly longWeeks: number;
  /** In these weeks. */
  readonly snapshots: number;
};

/** Below 8 snapshots or 14 days two odd days would make a pace. */
export const fewestForPace = { snapshots: 8, days: 14 };

const paceDays = 13 * 7 + 4;

/** `values` by days back from the newest known one. Null without enough of them, or where no day lies a whole week or more before. */
export function paceOf(values: Float64Array): Pace | null {
  const snapshots = knownIn(values, paceDays);
  if (snapshots < fewestForPace.snapshots || oldestIn(values, paceDays) < fewestForPace.days - 1) return null;
  const anchors = anchorsOf(values);
  const [short, long] = [paceOver(anchors, 0, 4), paceOver(anchors, 0, 13)];
  const [shortWeeks, longWeeks] = [oldestIn(anchors, 5), oldestIn(anchors, 14)];
  if (long === null) return null;
  if (short === null) return { perWeek: long, shortWeeks: longWeeks, longWeeks, snapshots };
  return { perWeek: (short + long) / 2, shortWeeks, longWeeks, snapshots };
}

/** The place of the last known one of the first `count`. */
function oldestIn(values: Float64Array, count: number): number {
  let place = Math.min(count, values.length) - 1;
  while (place > 0 && Number.isNaN(values[place])) place -= 1;
  return place;
}
