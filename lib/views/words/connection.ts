import type { ConnectionStep, StepOutcome, StepResult } from '@/lib/domain/connection-test';
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

/** One line a step; the step that failed carries `failedWith`, such as the status Enpass answered. */
export const stepWords = (steps: readonly StepResult[], failedWith: string | null): ConnectionTestWords['steps'] =>
  steps.map(({ step, outcome }) => lineOf(step, outcome, failedWith));

function lineOf(
  step: ConnectionStep,
  outcome: StepOutcome,
  failedWith: string | null,
): ConnectionTestWords['steps'][number] {
  switch (outcome) {
    case 'done':
      return { state: 'done', label: labels[step].done, detail: undefined };
    case 'failed':
      return { state: 'failed', label: labels[step].failed, detail: failedWith ?? undefined };
    case 'not-tried':
      return { state: 'waiting', label: labels[step].open, detail: 'not tried' };
    case 'not-needed':
      return { state: 'waiting', label: labels[step].open, detail: 'not needed' };
  }
}
