import type { Day } from './day';
import type { FailureKind } from './failure';
import type { RunOutcome, RunTrigger } from './run';

/** Which runs of a history are meant; what is undefined leaves none out. Days are both included. */
export type RunFilter = {
  readonly outcome?: RunOutcome | undefined;
  readonly by?: RunTrigger | undefined;
  readonly kind?: FailureKind | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
};
