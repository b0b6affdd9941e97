import { isCaptured } from './captured';
import { addDays, type Day, dayIn, daysBetween } from './day';
import type { GapReason } from './gap';
import type { Run, RunFailure } from './run';
import { type Duty, decide, nextRunAt } from './schedule';
import type { Snapshot, SnapshotSource } from './snapshot';

/** How new the numbers are. `missed`: yesterday's snapshot is missing too, `days` whole days in all, `cause` says why yesterday's is. */
export type Freshness =
  | { readonly kind: 'taken'; readonly takenAt: Date; readonly source: SnapshotSource; readonly nextRunAt: Date }
  | { readonly kind: 'not-due'; readonly dueAt: Date }
  | { readonly kind: 'trying'; readonly nextTryAt: Date; readonly failure: RunFailure | null }
  | {
      readonly kind: 'missed';
      readonly lastDay: Day;
      readonly days: number;
      readonly cause: GapReason;
      readonly nextTryAt: Date;
    };

export type FreshnessQuestion = {
  readonly duty: Omit<Duty, 'capturedToday'>;
  /** Of the latest day; null before the first snapshot. */
  readonly latest: Pick<Snapshot, 'day' | 'takenAt' | 'source' | 'takenBefore'> | null;
  /** Why yesterday has no snapshot, or the last day before it that somebody could have captured; null when none is missing. */
  readonly yesterday: GapReason | null;
  /** How many of the days since the newest snapshot the zone lost: they were missed by nobody. */
  readonly lost?: number;
};

/** Whether the scheduler has nothing left to do today: numbers imported for today, or taken before it began, do not stand in for asking Enpass. */
export function hasToday(latest: FreshnessQuestion['latest'], today: Day): boolean {
  if (latest === null) return false;
  return latest.day > today || (latest.day === today && latest.source !== 'imported' && isCaptured(latest));
}

/**
 * How new the numbers are at `duty.now`, by days of the zone. Today's own snapshot decides first, then a missing yesterday, then
 * whether today's is due. Without any snapshot it is `not-due` or `trying`, never `missed`: nothing could be missed yet.
 */
export function freshnessOf({ duty, latest, yesterday, lost = 0 }: FreshnessQuestion): Freshness {
  const today = dayIn(duty.now, duty.timeZone);
  const capturedToday = hasToday(latest, today);
  const next = nextRunAt({ ...duty, capturedToday });
  if (latest && capturedToday)
    return { kind: 'taken', takenAt: latest.takenAt, source: latest.source, nextRunAt: next };
  if (latest && yesterday && latest.day < addDays(today, -1)) {
    const days = daysBetween(latest.day, today) - 1 - lost;
    return { kind: 'missed', lastDay: latest.day, days, cause: yesterday, nextTryAt: next };
  }
  const failure = duty.lastRunToday?.failure ?? null;
  const due = failure !== null || decide({ ...duty, capturedToday }).kind === 'due';
  return due ? { kind: 'trying', nextTryAt: next, failure } : { kind: 'not-due', dueAt: next };
}

/** When the scheduler tries again after this very run, null when it does not: another run, or the day's snapshot, came since. */
export function retryOf({ failure }: Pick<Run, 'failure'>, freshness: Freshness): Date | null {
  if (freshness.kind !== 'trying' && freshness.kind !== 'missed') return null;
  return failure?.nextTryAt?.getTime() === freshness.nextTryAt.getTime() ? freshness.nextTryAt : null;
}

/** When the scheduler runs next, by its own clock: not sooner, and now when it is due. */
export function nextRunOf(freshness: Freshness): Date {
  switch (freshness.kind) {
    case 'taken':
      return freshness.nextRunAt;
    case 'not-due':
      return freshness.dueAt;
    case 'trying':
    case 'missed':
      return freshness.nextTryAt;
  }
}
