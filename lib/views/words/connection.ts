import type { ConnectionStep, StepOutcome, StepResult } from '@/lib/domain/connection-test';
import type { FailureKind, RefreshFailure } from '@/lib/domain/failure';
import { countFields } from '@/lib/domain/snapshot';

/** A connection test as its page tells it. */
export type ConnectionTestWords = {
  readonly at: string;
  /** What was tested: "Tested with … and the token ending in …". */
  readonly tested: string;
  readonly steps: readonly {
    readonly state: 'done' | 'failed' | 'waiting';
    readonly label: string;
    readonly detail: string | undefined;
  }[];
  readonly outcome: { readonly ok: boolean; readonly fact: string; readonly advice: string };
};

const labels: Record<ConnectionStep, { done: string; failed: string; open: string }> = {
  server: { done: 'Server found', failed: 'Server not reached', open: 'Server' },
  certificate: { done: 'Certificate valid', failed: 'Certificate not accepted', open: 'Certificate' },
  address: { done: 'Address right', failed: 'Address not right', open: 'Address' },
  token: { done: 'Token accepted', failed: 'Token refused', open: 'Token' },
  counts: {
    done: `${countFields.length} counts present`,
    failed: 'Answer not understood',
    open: `${countFields.length} counts`,
  },
};

/** One line a step; the step that failed says how, with the status Enpass answered. */
export const stepWords = (steps: readonly StepResult[], failure: Failure | null): ConnectionTestWords['steps'] =>
  steps.map(({ step, outcome }) => lineOf(step, outcome, failure));

type Failure = Pick<RefreshFailure, 'kind' | 'detail' | 'status'>;

/** A step that a failure leaves unproven is not itself at fault: a server in trouble says nothing of the address, nor a limit of the token. */
const unproven: Partial<Record<FailureKind, string>> = {
  'rate-limited': 'Token not judged: asked to wait',
  'server-trouble': 'Address not proven: server in trouble',
  'timed-out': 'No whole answer in time',
};

function failedWords(step: ConnectionStep, failure: Failure | null): string {
  const reached = failure?.kind === 'unreachable' && !neverReached.test(failure.detail ?? '');
  if (step === 'server' && reached) return 'Server found, but no answer of Enpass’s';
  return (failure && unproven[failure.kind]) ?? labels[step].failed;
}

/** What the system says where no connection came about. */
const neverReached = /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOST|ENET|ETIMEDOUT|EADDR)/;

function lineOf(
  step: ConnectionStep,
  outcome: StepOutcome,
  failure: Failure | null,
): ConnectionTestWords['steps'][number] {
  switch (outcome) {
    case 'done':
      return { state: 'done', label: labels[step].done, detail: undefined };
    case 'failed':
      return {
        state: 'failed',
        label: failedWords(step, failure),
        detail: failure?.status ? String(failure.status) : undefined,
      };
    case 'not-tried':
      return { state: 'waiting', label: labels[step].open, detail: 'not tried' };
    case 'not-needed':
      return { state: 'waiting', label: labels[step].open, detail: 'not needed' };
  }
}
