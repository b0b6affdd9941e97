import type { FieldError } from '@/lib/services/service';
import { type RefusalKind, refusalDetail, refusals } from '@/lib/views/words/refusals';
import { edgeStatuses } from '@/server/problems';

type Problem = { readonly status: number; readonly title: string; readonly detail: string };

/** The HTTP status of every refusal that services and doors know; its words are in `lib/views/words/refusals.ts`. */
const statuses = {
  ...edgeStatuses,
  'wrong-credentials': 401,
  'code-needed': 401,
  'wrong-code': 401,
  'sign-in-late': 401,
  'passkey-refused': 401,
  'factor-unreadable': 401,
  'second-factor-needed': 403,
  'session-needed': 403,
  'confirm-yourself': 403,
  'factor-there': 409,
  'no-passkeys-here': 409,
  'no-factor': 409,
  'not-found': 404,
  'link-expired': 404,
  'set-up-closed': 404,
  'last-admin': 409,
  'own-account': 409,
  'person-came': 409,
  'person-disabled': 409,
  'no-connection': 409,
  'review-conflict': 409,
  'review-completed': 409,
  'review-not-completed': 409,
  'week-unfinished': 409,
  'too-many-targets': 409,
  'too-many-views': 409,
  'invalid-input': 422,
  'import-running': 429,
  'too-many': 429,
  'internal-error': 500,
} as const satisfies Partial<Record<RefusalKind, number>>;

export type ProblemKind = keyof typeof statuses;

export const problems = Object.fromEntries(
  Object.entries(statuses).map(([kind, status]) => [kind, problemOf(kind as ProblemKind, status)]),
) as Readonly<Record<ProblemKind, Problem>>;

function problemOf(kind: ProblemKind, status: number): Problem {
  return { status, title: refusals[kind].title, detail: refusalDetail(kind) };
}

/** A failure that doors can answer; a kind that is not in the table does not compile. */
export type KnownFailure = {
  readonly kind: ProblemKind;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
};
