import { addDays, type Day, dayIn, instantOf } from '@/lib/domain/day';
import type { FailureKind } from '@/lib/domain/failure';
import type { RunFailure, RunTrigger } from '@/lib/domain/run';
import { dueAt, nextTryAt, type Timetable } from '@/lib/domain/schedule';
import { cast } from './cast';
import { dayOf, type Place } from './story/calendar';
import { pick } from './story/chance';
import { byHand, notRunning, type Trouble, troubles } from './story/troubles';

/** A run that is over, without its id. */
export type PastRun = {
  readonly trigger: RunTrigger;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly day: Day;
  readonly attempts: number;
  readonly failure: RunFailure | null;
};

type Past = {
  /** In order, the last one being yesterday. */
  readonly days: readonly Day[];
  readonly timetable: Timetable;
  /** From when on there was somebody to ask: nothing runs before. */
  readonly since?: Date;
  /** On which day Enpass last answered with an error until midnight, where the story's own day would be in the way. */
  readonly newestLost?: Day;
};

/**
 * What the scheduler and Olga did on these days: nearly all captured at the first try, some later the same morning, and days lost in
 * each way. A failed run is tried again when the schedule of `lib/domain/schedule.ts` says so, until midnight.
 */
export function pastRuns({ days, timetable, since, newestLost }: Past): PastRun[] {
  const end = addDays(days.at(-1) ?? '2000-01-01', 1);
  const dated = <P extends Place>(places: readonly P[]) =>
    places.map((place) => ({ ...place, day: dayOf(place, end) }));
  const [hands, off] = [dated(byHand), new Set(dated(notRunning).map(({ day }) => day))];
  const told = dated(troubles).toReversed();
  const newest = told.find(({ until }) => until === null);
  const troubled = new Map(told.map((one) => [one === newest ? (newestLost ?? one.day) : one.day, one]));
  return days
    .filter((day) => !off.has(day))
    .flatMap((day, index) =>
      runsOf({
        day,
        index,
        trouble: troubled.get(day) ?? null,
        hands: hands.filter((hand) => hand.day === day).map(({ time }) => instantOf(day, time, timetable.timeZone)),
        timetable,
        since: since ?? dueAt(day, timetable),
      }),
    );
}

type PastDay = {
  readonly day: Day;
  readonly index: number;
  readonly trouble: Trouble | null;
  readonly hands: readonly Date[];
  readonly timetable: Timetable;
  readonly since: Date;
};

function runsOf({ day, index, trouble, hands, timetable, since }: PastDay): PastRun[] {
  const { timeZone } = timetable;
  const runs: PastRun[] = [];
  const over = trouble === null ? since : trouble.until === null ? null : instantOf(day, trouble.until, timeZone);
  const waiting = [...hands];
  let next: Date | null = later(dueAt(day, timetable), since);
  while (next !== null || waiting.length > 0) {
    const [hand] = waiting;
    const manual: boolean = hand !== undefined && (next === null || hand < next);
    const at: Date | null = manual ? (waiting.shift() ?? null) : next;
    if (at === null || dayIn(at, timeZone) !== day) break;
    const startedAt = manual ? at : afterItsBeat(at, index, runs.length);
    const cause: Trouble | null = trouble !== null && (over === null || at < over) ? trouble : null;
    const run = runOf({ day, startedAt, trigger: manual ? 'manual' : 'scheduled', cause, index });
    const failedRuns = runs.filter((one) => one.failure !== null).length + 1;
    const tryAgain: Date | null =
      cause && nextTryAt({ finishedAt: run.finishedAt, failedRuns, retryAfterMs: waitMs(cause) }, timetable);
    runs.push(cause === null ? run : { ...run, failure: failureOf(cause, tryAgain) });
    next = cause === null ? null : nextOf(cause, run.finishedAt, { tryAgain, over });
  }
  return runs;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** The scheduler asks every minute whether it is time. */
const afterItsBeat = (at: Date, index: number, run: number): Date =>
  new Date(at.getTime() + pick(1, 40, index, run) * 1000);

const waitMs = ({ retryAfter }: Trouble): number | null => (retryAfter === undefined ? null : retryAfter * 60_000);

function nextOf(cause: Trouble, finishedAt: Date, at: { tryAgain: Date | null; over: Date | null }): Date | null {
  // A run that was killed leaves no next try: the next process asks at once.
  if (cause.cause.kind === 'not-running') return new Date(finishedAt.getTime() + 90_000);
  return cause.mended && at.over && at.tryAgain && at.over < at.tryAgain ? at.over : at.tryAgain;
}

const failureOf = ({ cause }: Trouble, tryAgain: Date | null): RunFailure => ({
  ...cause,
  nextTryAt: cause.kind === 'not-running' ? null : tryAgain,
});

type Begun = Pick<PastRun, 'day' | 'startedAt' | 'trigger'> & {
  readonly cause: Trouble | null;
  readonly index: number;
};

function runOf({ day, startedAt, trigger, cause, index }: Begun): PastRun {
  const attempts = cause === null ? 1 : attemptsOf(cause);
  const tookMs = pick(420, 1_600, index, attempts, 3) + (cause === null ? 0 : longest(cause));
  return {
    day,
    trigger,
    startedByName: trigger === 'scheduled' ? 'schedule' : cast.olga.name,
    startedAt,
    finishedAt: new Date(startedAt.getTime() + tookMs),
    attempts,
    failure: null,
  };
}

/** What passes by itself is asked for four times within a run, unless Enpass says when to come back. */
const attemptsOf = ({ cause, retryAfter }: Trouble): number =>
  retryAfter === undefined && passing.has(cause.kind) ? 4 : 1;

const passing = new Set<FailureKind>(['server-trouble', 'unreachable', 'timed-out']);

/** Four attempts wait seven seconds between them; without an answer they take the run's whole minute. */
function longest(trouble: Trouble): number {
  if (trouble.cause.kind === 'timed-out') return 58_000;
  return attemptsOf(trouble) > 1 ? 7_400 : 0;
}
