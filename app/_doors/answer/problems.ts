import type { FieldError } from '@/lib/services/service';
import { edgeProblems } from '@/server/problems';

type Problem = { readonly status: number; readonly title: string; readonly detail: string };

/** Every refusal that services and doors know: its HTTP status and its words. The one home of both. */
export const problems = {
  ...edgeProblems,
  'not-signed-in': { status: 401, title: 'Not signed in', detail: 'Sign in, or send an API token that is still good.' },
  'wrong-credentials': {
    status: 401,
    title: 'E-mail or password is wrong',
    detail: 'Check both and try again.',
  },
  'not-allowed': { status: 403, title: 'Not allowed', detail: 'Your role or token does not let you do this.' },
  'not-found': { status: 404, title: 'Not there', detail: 'There is nothing here, or it is not yours.' },
  'link-over': {
    status: 404,
    title: 'This link is over',
    detail: 'It was used already, is too old, or a newer one took its place. Ask your administrator for a new one.',
  },
  'set-up-closed': { status: 404, title: 'Set-up is closed', detail: 'Somebody has an account already. Sign in.' },
  'last-admin': {
    status: 409,
    title: 'The last admin stays',
    detail: 'Somebody must be able to manage people. Make somebody else an admin first.',
  },
  'person-disabled': {
    status: 409,
    title: 'This person is disabled',
    detail: 'Enable them first.',
  },
  'no-connection': {
    status: 409,
    title: 'No connection to Enpass',
    detail: 'Enter base URL and token in Settings, Connection.',
  },
  'review-conflict': {
    status: 409,
    title: 'Somebody saved meanwhile',
    detail: 'Nothing of yours was lost or written over. Compare both texts, then save again.',
  },
  'review-completed': {
    status: 409,
    title: 'This review is completed',
    detail: 'Reopen it to write the next revision; the completed one stays readable.',
  },
  'review-not-completed': {
    status: 409,
    title: 'This review is not completed',
    detail: 'There is nothing to reopen: it can still be written.',
  },
  'week-unfinished': {
    status: 409,
    title: 'The week is not over',
    detail: 'A review can be completed from the Monday after.',
  },
  'too-many-targets': {
    status: 409,
    title: 'Too many targets',
    detail: 'Remove one that nobody watches any more first.',
  },
  'invalid-input': { status: 422, title: 'Invalid input', detail: 'Some fields need a change.' },
  'too-many': { status: 429, title: 'Too many requests', detail: 'Wait a little, then try again.' },
  'internal-error': {
    status: 500,
    title: 'Something broke on our side',
    detail: 'It was logged. Try again; tell your operator if it stays.',
  },
} as const satisfies Record<string, Problem>;

export type ProblemKind = keyof typeof problems;

/** A failure that doors can answer; a kind that is not in the table does not compile. */
export type KnownFailure = {
  readonly kind: ProblemKind;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
};
