import { addDays, type Day, daysBetween, eachDay, happenedIn, type TimeZone } from './day';
import type { FailureKind } from './failure';
import type { Run } from './run';

/** Why a day has no snapshot: how its last run failed (`status` is Enpass's answer, if any), or that nothing ran. */
export type GapReason = { readonly reason: FailureKind; readonly status: number | null };

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
  readonly timeZone: TimeZone;
  /** Failed runs of that time, oldest first. */
  readonly failedRuns: readonly Pick<Run, 'day' | 'failure'>[];
};

/** The days without a snapshot, oldest first. Today is not over, so it is never one; nor is a day the zone skipped. */
export function gapDaysOf({ captured, first, since, today, timeZone, failedRuns }: GapQuestion): GapDay[] {
  if (first === null) return [];
  const there = new Set(captured);
  const reasons = new Map(failedRuns.map((run) => [run.day, reasonOf(run)]));
  return eachDay(first > since ? first : since, addDays(today, -1))
    .filter((day) => !there.has(day) && happenedIn(day, timeZone))
    .map((day) => ({ day, ...(reasons.get(day) ?? notRunning) }));
}

/**
 * Whether a day is missing between the first day and yesterday, without asking why, nor whether the zone had it: false is certain,
 * true may turn out to be a day the zone skipped.
 */
export function hasGaps({ captured, first, since, today }: Omit<GapQuestion, 'timeZone' | 'failedRuns'>): boolean {
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
 * How well the last `days` days are covered: of `possible` days since `from`, `captured` have a snapshot. Today counts once it has
 * one; without a first day nothing was possible: 0 of 0.
 */
export function coverageOf(
  { captured, first, today }: Omit<GapQuestion, 'since' | 'timeZone' | 'failedRuns'>,
  days: number,
) {
  const since = addDays(today, 1 - days);
  const from = first !== null && first > since ? first : since;
  const there = captured.filter((day) => from <= day && day <= today);
  const last = there.includes(today) ? today : addDays(today, -1);
  return { from, possible: first === null ? 0 : Math.max(0, daysBetween(from, last) + 1), captured: there.length };
}

const notRunning: GapReason = { reason: 'not-running', status: null };

const reasonOf = ({ failure }: Pick<Run, 'failure'>): GapReason =>
  failure ? { reason: failure.kind, status: failure.status } : notRunning;
