import { at, lawWeeks } from './forecast-history';

/**
 * How a number is expected to move, from what it did: in its own unit a week. Damped trends: Gardner and McKenzie 2011; ranges that
 * are wider than a model's own, because models change: Chatfield 1998. The figures were found on simulated roll-outs (`bench/forecast.ts`).
 */
export type Law = {
  /** Counts of who was active lately wander instead of growing. */
  readonly activity: boolean;
  readonly pace: number;
  /** The mean change a week of the last 4 and the last 13 weeks: the pace is their mean. */
  readonly short: number;
  readonly long: number;
  /** 0 to 1: how alike the paces of 4, 13 and 26 weeks are. */
  readonly steadiness: number;
  /** The standard deviation of a week's change, and from how many changes of 13 weeks. */
  readonly stray: number;
  readonly changes: number;
  /** A little more than half a person, in the number's unit. */
  readonly one: number;
};

const shortWeeks = 4;
const longWeeks = 13;
const steadyWeeks = 26;
const fewestChanges = 2;
const onePerson = 0.6;
const spreadDamping = 0.93;
const activityWeeks = 12;

type Options = {
  readonly activity: boolean /** Of a rate, at the origin; null for a count. */;
  readonly base: number | null;
};

/** The law as it stood at an anchor, `origin` weeks before the newest; null when that is unknown or fewer than two changes are known before it. */
export function lawOf(anchors: Float64Array, origin: number, { activity, base }: Options): Law | null {
  const { deviation, changes } = strayOf(anchors, origin, longWeeks);
  const [short, long] = [paceOver(anchors, origin, shortWeeks), paceOver(anchors, origin, longWeeks)];
  if (Number.isNaN(at(anchors, origin)) || changes < fewestChanges || long === null) return null;
  const pace = ((short ?? long) + long) / 2;
  return {
    activity,
    pace,
    short: short ?? long,
    long,
    steadiness: activity ? 0 : steadinessOf(anchors, origin, [short ?? long, long]),
    stray: activity ? Math.max(deviation, strayOf(anchors, origin, lawWeeks).deviation) : deviation,
    changes,
    one: base === null ? onePerson : onePerson / base,
  };
}

/** (a(0) - a(k)) / k for the largest known k up to `weeks`; null when none is known. */
export function paceOver(anchors: Float64Array, origin: number, weeks: number): number | null {
  for (let k = weeks; k >= 1; k -= 1) {
    const before = at(anchors, origin + k);
    if (!Number.isNaN(before)) return (at(anchors, origin) - before) / k;
  }
  return null;
}

/** Smallest through largest of the paces of 4, 13 and 26 weeks, in the direction of the pace; 0 with less than 26 weeks or without a pace. */
function steadinessOf(anchors: Float64Array, origin: number, [short, long]: readonly [number, number]): number {
  const pace = (short + long) / 2;
  const steady = paceOver(anchors, origin, steadyWeeks);
  if (pace === 0 || steady === null || !reaches(anchors, origin)) return 0;
  const along = [short, long, steady].map((one) => one * Math.sign(pace));
  return Math.min(1, Math.max(0, Math.min(...along) / Math.max(...along)));
}

function reaches(anchors: Float64Array, origin: number): boolean {
  for (let k = steadyWeeks; k <= lawWeeks; k += 1) if (!Number.isNaN(at(anchors, origin + k))) return true;
  return false;
}

/** The population standard deviation of the changes between known anchors that follow each other; a change over n weeks through root n. */
function strayOf(anchors: Float64Array, origin: number, weeks: number): { deviation: number; changes: number } {
  let [sum, squares, changes, newer] = [0, 0, 0, 0];
  for (let k = 1; k <= weeks; k += 1) {
    const value = at(anchors, origin + k);
    if (Number.isNaN(value)) continue;
    const change = (at(anchors, origin + newer) - value) / Math.sqrt(k - newer);
    sum += change;
    squares += change * change;
    changes += 1;
    newer = k;
  }
  const variance = changes === 0 ? 0 : squares / changes - (sum / changes) ** 2;
  return { deviation: Math.sqrt(Math.max(0, variance)), changes };
}

/** What `weeks` of a pace of one add up to when each gives `phi` of the one before: phi (1 - phi^h) / (1 - phi). */
export const dampedWeeks = (weeks: number, phi: number): number => (phi * (1 - phi ** weeks)) / (1 - phi);

/** What the law adds to the newest value in `weeks`, which need not be whole. */
export const movedIn = ({ activity, pace, steadiness }: Law, weeks: number): number =>
  pace * dampedWeeks(weeks, activity ? 0.7 : 0.9 + 0.08 * steadiness);

/** How far a value `weeks` ahead strays from the middle; 0 at 0. */
export function spreadIn({ activity, pace, steadiness, stray, changes, one }: Law, weeks: number): number {
  if (weeks <= 0) return 0;
  const drift = Math.abs(pace) * dampedWeeks(weeks, spreadDamping) * (1 - 0.3 * steadiness);
  const wander = stray * Math.sqrt(activity ? Math.min(weeks, activityWeeks) : weeks);
  return (drift + wander + one) * (1 + 6 / changes ** 2);
}

/** How far the range reaches above and below the middle: further along the pace than against it the longer it goes. */
export function widthsIn(law: Law, weeks: number): { readonly above: number; readonly below: number } {
  const spread = spreadIn(law, weeks);
  const ahead = Math.min(weeks, 52);
  const against = (law.activity ? 1.15 : 0.79) * spread;
  const along = (law.activity ? 0.9 + 0.02 * ahead : 0.53 + 0.041 * ahead) * spread;
  if (law.pace === 0) return { above: Math.max(against, along), below: Math.max(against, along) };
  return law.pace > 0 ? { above: along, below: against } : { above: against, below: along };
}
