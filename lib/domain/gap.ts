import { addDays, type Day, daysBetween, eachDay } from './day';
import { type FailureKind, failureKinds } from './failure';
import type { Run } from './run';
import { type LostDayKind, lostDayKind, lostDayKinds, type ZoneHistory } from './zone-history';

/** Every reason a gap can have. The names are public: API and exports use them. */
export const gapReasons = [...failureKinds, ...lostDayKinds] as const;

/** Why a day has no snapshot: how its last run failed (`status` is Enpass's answer, if any), that nothing ran, or that it could not be captured. */
export type GapReason = { readonly reason: FailureKind | LostDayKind; readonly status: number | null };

export type GapDay = GapReason & { readonly day: Day };

/** Neighbouring gap days with one reason, both ends included. */
export type Gap = GapReason & { readonly from: Day; readonly to: Day; readonly days: number };

export type GapQuestion = {
  /** Captured days from `since` on, in any order. */
  readonly captured: readonly Day[];
  /** The first day ever captured; before it nothing is missing. */
  readonly first: Day | null;
  readonly since: Day;
  readonly today: Day;
  readonly zones: ZoneHistory;
  /** Failed runs of that time, oldest first. */
  readonly failedRuns: readonly Pick<Run, 'day' | 'failure'>[];
  /** Days with a snapshot that was taken before they began, and nothing since. */
  readonly tooEarly?: readonly Day[];
};

/** The days without a snapshot, oldest first. Today is not over, so it is never one. */
export function gapDaysOf({ captured, first, since, today, zones, failedRuns, tooEarly = [] }: GapQuestion): GapDay[] {
  if (first === null) return [];
  const there = new Set(captured);
  const reasons = new Map<Day, GapReason>(tooEarly.map((day) => [day, { reason: 'clock-off', status: null }]));
  for (const run of failedRuns) reasons.set(run.day, reasonOf(run));
  return eachDay(first > since ? first : since, addDays(today, -1))
    .filter((day) => !there.has(day))
    .map((day) => ({ day, ...(reasons.get(day) ?? lostOrNotRunning(day, zones)) }));
}

/** Whether somebody could have captured it: a day that the zone lost was missed by nobody, and counts nowhere. */
export const isMissed = ({ reason }: GapReason): boolean => !lostDayKinds.some((kind) => kind === reason);

function lostOrNotRunning(day: Day, zones: ZoneHistory): GapReason {
  const lost = lostDayKind(day, zones);
  return lost === null ? notRunning : { reason: lost, status: null };
}

/** What is asked before anybody knows why a day is missing. */
export type GapSpan = Pick<GapQuestion, 'captured' | 'first' | 'since' | 'today'>;

/** Whether a day between the first day and yesterday has no snapshot, without asking why. */
export function hasGaps({ captured, first, since, today }: GapSpan): boolean {
  if (first === null) return false;
  const from = first > since ? first : since;
  return captured.filter((day) => from <= day && day < today).length < daysBetween(from, today);
}

/** `days` are in order; neighbours with one reason and status become one gap. */
export function groupGaps(days: readonly GapDay[]): Gap[] {
  const gaps: Gap[] = [];
  for (const { day, reason, status } of days) {
    const last = gaps.at(-1);
    const goesOn = last && last.reason === reason && last.status === status && addDays(last.to, 1) === day;
    if (goesOn) gaps[gaps.length - 1] = { ...last, to: day, days: last.days + 1 };
    else gaps.push({ from: day, to: day, days: 1, reason, status });
  }
  return gaps;
}

/**
 * How well the last `days` days are covered: of `possible` days since `from`, `captured` have a snapshot and `missing` have none. Today
 * counts once it has one, a day that the zone lost never; without a first day nothing was possible: 0 of 0.
 */
export function coverageOf(
  { captured, first, today, gaps }: Omit<GapSpan, 'since'> & { readonly gaps: readonly GapDay[] },
  days: number,
) {
  const start = addDays(today, 1 - days);
  const from = first !== null && first > start ? first : start;
  const there = captured.filter((day) => from <= day && day <= today);
  const last = there.includes(today) ? today : addDays(today, -1);
  const since = gaps.filter(({ day }) => from <= day && day <= last);
  const missing = since.filter(isMissed).length;
  const all = first === null ? 0 : Math.max(0, daysBetween(from, last) + 1);
  return { from, possible: all - (since.length - missing), captured: there.length, missing };
}

const notRunning: GapReason = { reason: 'not-running', status: null };

const reasonOf = ({ failure }: Pick<Run, 'failure'>): GapReason =>
  failure ? { reason: failure.kind, status: failure.status } : notRunning;
