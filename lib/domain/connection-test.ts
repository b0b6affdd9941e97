import type { FailureKind, RefreshFailure } from './failure';

/** What must be true one after the other before Enpass's numbers arrive. */
export const connectionSteps = ['server', 'certificate', 'address', 'token', 'counts'] as const;
export type ConnectionStep = (typeof connectionSteps)[number];

/** `not-needed`: there is no certificate where a private target is allowed without https. */
export type StepOutcome = 'done' | 'failed' | 'not-tried' | 'not-needed';

export type StepResult = { readonly step: ConnectionStep; readonly outcome: StepOutcome };

/** How far one attempt came: everything before the step that failed is proven, everything after it was not tried. */
export function stepsOf(
  failure: Pick<RefreshFailure, 'kind' | 'detail'> | null,
  scheme: 'https' | 'http',
): StepResult[] {
  const open = failure && stepOf(failure.kind, failure.detail);
  const failedAt = open === null ? connectionSteps.length : connectionSteps.indexOf(open);
  return connectionSteps.map((step, index) => ({
    step,
    outcome: step === 'certificate' && scheme === 'http' ? 'not-needed' : outcomeOf(index, failedAt),
  }));
}

const outcomeOf = (index: number, failedAt: number): StepOutcome =>
  index < failedAt ? 'done' : index === failedAt ? 'failed' : 'not-tried';

/** The first step a failure leaves unproven: a 502 may come from a gateway of any address, so it proves no address; clocks leave none. */
function stepOf(kind: FailureKind, detail: string | null): ConnectionStep | null {
  switch (kind) {
    case 'unreachable':
      return isCertificateFault(detail) ? 'certificate' : 'server';
    case 'timed-out':
    case 'address-refused':
    case 'no-connection':
    case 'not-running':
      return 'server';
    case 'server-trouble':
    case 'wrong-address':
    case 'redirected':
    case 'unreadable-answer':
      return 'address';
    case 'token-refused':
    case 'rate-limited':
      return 'token';
    case 'too-large':
    case 'unexpected-answer':
      return 'counts';
    case 'clock-off':
      return null;
  }
}

/** Node names certificate faults in codes of OpenSSL and of its own (Node's manual, TLS, "X509 certificate error codes"). */
const isCertificateFault = (code: string | null): boolean =>
  code !== null && /CERT|_TLS_|_SSL_|EPROTO|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|PATH_LENGTH/.test(code);
