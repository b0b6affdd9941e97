import type { FailureKind } from '@/lib/domain/failure';
import type { GapReason } from '@/lib/domain/gap';

/** Why a day is missing, in a few words: token refused (401), no answer in time. */
export const gapReasonWords = ({ reason, status }: GapReason): string =>
  status === null ? short[reason] : `${short[reason]} (${status})`;

const short: Record<FailureKind, string> = {
  'rate-limited': 'too many requests',
  'server-trouble': 'server error',
  unreachable: 'Enpass not reachable',
  'timed-out': 'no answer in time',
  'token-refused': 'token refused',
  'wrong-address': 'wrong address',
  redirected: 'redirected elsewhere',
  'address-refused': 'address not allowed',
  'too-large': 'answer too large',
  'unreadable-answer': 'unreadable answer',
  'unexpected-answer': 'unexpected answer',
  'no-connection': 'no connection set up',
  'not-running': 'application not running',
};
