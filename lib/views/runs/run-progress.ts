import { type Run, type RunOutcome, type RunStage, runStages } from '@/lib/domain/run';
import { failureWords } from '../words/failures';
import { durationWords, type Here, timeWords, untilWords } from '../words/numbers';

export type ProgressStep = {
  readonly state: 'done' | 'doing' | 'failed' | 'waiting';
  readonly label: string;
  readonly detail: string;
};

/** A run as a page follows it: plain data in words, small enough to be asked for every second. */
export type RunProgress = {
  readonly id: string;
  readonly outcome: RunOutcome;
  /** For a line of its own: "Asking Enpass, attempt 2 of 4". */
  readonly line: string;
  readonly started: string;
  readonly stepsDone: number;
  readonly steps: readonly ProgressStep[];
  /** What is going on, or how it ended, in a sentence or two. */
  readonly sentence: string;
};

const mostAttempts = 4;
const working: readonly Exclude<RunStage, 'done'>[] = ['read', 'check', 'record'];
const labels: Record<(typeof working)[number], string> = {
  read: 'Read the counts',
  check: 'Check the sums',
  record: 'Record the reading',
};

export function runProgress(run: Run, here: Here): RunProgress {
  const at = stepOf(run);
  return {
    id: run.id,
    outcome: run.outcome,
    line: lineOf(run, here),
    started: `started ${timeWords(run.startedAt, here)} by ${run.trigger === 'scheduled' ? 'schedule' : run.startedByName}`,
    stepsDone: at,
    steps: working.map((stage, index) => ({
      state: index < at ? 'done' : index > at ? 'waiting' : run.outcome === 'failed' ? 'failed' : 'doing',
      label:
        stage === 'read' && attemptOf(run, here) > 1 ? `${labels.read}, ${attemptWords(run, here)}` : labels[stage],
      detail: index === at && run.outcome === 'running' ? waitWords(run, here) : '',
    })),
    sentence: sentenceOf(run, here),
  };
}

/** The step a run is at or ended at; of one that is over the stage says nothing any more, but its failure does. */
function stepOf({ outcome, stage, failure }: Run): number {
  switch (outcome) {
    case 'running':
      return runStages.indexOf(stage);
    case 'succeeded':
      return working.length;
    case 'failed':
      return working.indexOf(failure?.kind === 'clock-off' ? 'check' : 'read');
  }
}

/** The attempt under way, or while the run waits, the one that comes next. */
const attemptOf = (run: Run, here: Here): number => Math.max(1, run.attempts + (waits(run, here) ? 1 : 0));

const attemptWords = (run: Run, here: Here): string => `attempt ${attemptOf(run, here)} of ${mostAttempts}`;

const waits = (run: Run, here: Here): boolean => run.waitingUntil !== null && run.waitingUntil > here.now;

const waitWords = (run: Run, here: Here): string =>
  run.waitingUntil && waits(run, here) ? `again ${untilWords(run.waitingUntil, here.now)}` : '';

function lineOf(run: Run, here: Here): string {
  switch (run.outcome) {
    case 'running':
      // No seconds: this line is read out each time it changes.
      if (waits(run, here)) return `Waiting for ${attemptWords(run, here)}`;
      return run.attempts > 1 ? `Asking Enpass, ${attemptWords(run, here)}` : 'Asking Enpass';
    case 'succeeded':
      return 'New snapshot taken';
    case 'failed':
      return run.failure ? `Refresh failed: ${failureWords(run.failure).title}` : 'Refresh failed';
  }
}

function sentenceOf(run: Run, here: Here): string {
  switch (run.outcome) {
    case 'running':
      return waits(run, here)
        ? 'Enpass could not answer just now, so the question is asked again. You may leave this page; the refresh goes on.'
        : 'You may leave this page; the refresh goes on.';
    case 'succeeded':
      return `A new snapshot was taken in ${durationWords((run.finishedAt ?? here.now).getTime() - run.startedAt.getTime())}.`;
    case 'failed': {
      if (!run.failure) return 'No snapshot was taken.';
      const { cause, cure } = failureWords(run.failure);
      return `${cause} ${cure}`;
    }
  }
}
