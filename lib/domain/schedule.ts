import { addDays, type Day, dayIn, happenedIn, instantOf, startOf, type TimeZone } from './day';
import type { Run } from './run';

const MS_PER_MINUTE = 60_000;
const backOffMinutes = [5, 10, 20, 40, 60];
const lastTryMinutes = 10;
const veryLastTryMinutes = 2;

export type Timetable = { readonly timeZone: TimeZone; readonly captureTime: string };

/** What the scheduler knows when it asks what to do: today is the zone's calendar day at `now`. */
export type Duty = Timetable & {
  readonly now: Date;
  readonly capturedToday: boolean;
  /** Set while asking sooner could not give today's numbers, see `askAgainFrom`. */
  readonly notBefore?: Date | null;
  /** The newest run that asked for today, by hand or not. */
  readonly lastRunToday: Pick<Run, 'outcome' | 'finishedAt' | 'failure'> | null;
};

export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'due'; readonly day: Day }
  | { readonly kind: 'wait'; readonly until: Date };

/**
 * Asked every minute: `nothing` once today is captured, else `due`, or `wait` until the capture time or a failed run's next try,
 * whichever is later. A run that seems to run is `due` as well: a refresh joins a live one and takes over a dead one.
 */
export function decide(duty: Duty): Decision {
  if (duty.capturedToday) return { kind: 'nothing' };
  const day = dayIn(duty.now, duty.timeZone);
  const until = later(later(dueAt(day, duty), retryAt(duty.lastRunToday)), duty.notBefore ?? null);
  return duty.now >= until ? { kind: 'due', day } : { kind: 'wait', until };
}

/** When the scheduler runs next if nobody does it by hand: `now` when it is due. */
export function nextRunAt(duty: Duty): Date {
  const decision = decide(duty);
  switch (decision.kind) {
    case 'nothing':
      return dueAt(dayAfter(dayIn(duty.now, duty.timeZone), duty.timeZone), duty);
    case 'due':
      return duty.now;
    case 'wait':
      return decision.until;
  }
}

/** The instant from which a day's snapshot is due. When summer time swallows the capture time together with midnight, shortly before the day ends. */
export function dueAt(day: Day, { timeZone, captureTime }: Timetable): Date {
  const at = instantOf(day, captureTime, timeZone);
  return at < endOf(day, timeZone) ? at : beforeEndOf(day, lastTryMinutes, timeZone);
}

export type FailedRun = {
  readonly finishedAt: Date;
  /** How many runs have failed for this day, this one included. */
  readonly failedRuns: number;
  /** What Enpass asked us to wait, from `finishedAt`; null when it did not. */
  readonly retryAfterMs: number | null;
};

/**
 * When a failed run is tried again: 5, 10, 20, 40, then every 60 minutes later, or when Enpass asked for a longer wait, then. That
 * is the exponential backoff of Enpass help, "Error Handling & Troubleshooting", with an end, because a day has one.
 * A wait that would cost the day is cut to a last try ten, and then two minutes before the day ends; after that it is tomorrow's
 * turn, unless today's capture time is still to come.
 */
export function nextTryAt({ finishedAt, failedRuns, retryAfterMs }: FailedRun, timetable: Timetable): Date {
  const day = dayIn(finishedAt, timetable.timeZone);
  const minutes = backOffMinutes[Math.min(failedRuns, backOffMinutes.length) - 1] ?? 0;
  const wanted = new Date(finishedAt.getTime() + Math.max(minutes * MS_PER_MINUTE, retryAfterMs ?? 0));
  const due = dueAt(day, timetable);
  const lastTry = [lastTryMinutes, veryLastTryMinutes]
    .map((before) => beforeEndOf(day, before, timetable.timeZone))
    .find((at) => at > finishedAt);
  if (lastTry) return later(due, wanted > lastTry ? lastTry : wanted);
  return due > finishedAt ? due : dueAt(dayAfter(day, timetable.timeZone), timetable);
}

/** A failure without a next try (the process died) is tried again at once. */
const retryAt = (run: Duty['lastRunToday']): Date | null =>
  run?.outcome === 'failed' ? (run.failure?.nextTryAt ?? run.finishedAt) : null;

const endOf = (day: Day, timeZone: TimeZone): Date => startOf(addDays(day, 1), timeZone);

const beforeEndOf = (day: Day, minutes: number, timeZone: TimeZone): Date =>
  new Date(endOf(day, timeZone).getTime() - minutes * MS_PER_MINUTE);

function dayAfter(day: Day, timeZone: TimeZone): Day {
  const next = addDays(day, 1);
  return happenedIn(next, timeZone) ? next : dayAfter(next, timeZone);
}

const later = (a: Date, b: Date | null): Date => (b && b > a ? b : a);
