import type { Day } from './day';
import type { FailureKind } from './failure';

export type RunTrigger = 'scheduled' | 'manual' | 'cli';
export type RunOutcome = 'running' | 'succeeded' | 'failed';

/** Where a run is: asking Enpass (or waiting to ask again), checking the sums, writing. */
export const runStages = ['read', 'check', 'record', 'done'] as const;
export type RunStage = (typeof runStages)[number];

export type RunFailure = {
  readonly kind: FailureKind;
  readonly detail: string | null;
  readonly status: number | null;
  readonly nextTryAt: Date | null;
};

/** One attempt to get a reading; `day` is the calendar day it asked for. `attempts` counts requests sent. */
export type Run = {
  readonly id: string;
  readonly trigger: RunTrigger;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly outcome: RunOutcome;
  readonly day: Day;
  readonly attempts: number;
  readonly stage: RunStage;
  readonly waitingUntil: Date | null;
  readonly readingId: string | null;
  readonly failure: RunFailure | null;
  /** The answer's own date, kept where the two clocks were too far apart to say which day it was. */
  readonly answerDate?: Date | null;
};
