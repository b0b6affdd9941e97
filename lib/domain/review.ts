import type { Role } from './roles';
import type { Week } from './week';

/** `none`: the week is not over. `due`: it is over and nobody has written. */
export const reviewStates = ['none', 'due', 'draft', 'completed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** In characters as `answerLength` counts them. */
export const longestAnswer = 2000;
/** What one looks for in reviews, in characters. */
export const longestQuery = 200;
/** With answers up to this length the page prints on one sheet. */
export const printedAnswer = 500;

/** Unicode's characters, as the API's schema counts them: an emoji is one, not the two units a browser's field would count. */
export function answerLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

export const answerNames = ['happened', 'why', 'next'] as const;
export type AnswerName = (typeof answerNames)[number];
export type Answers = Readonly<Record<AnswerName, string>>;

/** A review as it is being written. `version` goes up with every save, from 0 for one that nobody has begun. */
export type ReviewDraft = Answers & {
  readonly week: Week;
  readonly version: number;
  readonly completed: boolean;
  readonly changedByName: string;
  /** The person behind the name; null for a job, and unknown for what was saved long ago. */
  readonly changedById: string | null;
  readonly changedAt: Date;
};

/** A completed review as it was shown and signed: `document` is never written again, `hash` is its SHA-256. */
export type Revision = {
  readonly week: Week;
  readonly number: number;
  readonly document: string;
  readonly hash: string;
  readonly completedAt: Date;
  readonly completedByName: string;
  readonly completedByRole: Role;
};

/** `review` is null when nobody has written; `unfinished` is whether the week is still running. A draft of such a week is a draft. */
export function reviewStateOf(review: Pick<ReviewDraft, 'completed'> | null, unfinished: boolean): ReviewState {
  if (review) return review.completed ? 'completed' : 'draft';
  return unfinished ? 'none' : 'due';
}

/**
 * The reviews that wait for somebody: weeks that are not completed after the last completed one. Where none was ever completed,
 * only the newest: nobody owes a review of the years before there were reviews. `over` are weeks that are over, newest first.
 */
export function waitingReviews<W extends { readonly review: ReviewState }>(over: readonly W[]): W[] {
  const completed = over.findIndex(({ review }) => review === 'completed');
  return over.slice(0, completed === -1 ? 1 : completed);
}

/** The three fields as a text field of a browser holds them: it knows one kind of line break only. */
export const answersOf = (review: Answers): Answers =>
  Object.fromEntries(answerNames.map((name) => [name, review[name].replace(/\r\n?/g, '\n')])) as Answers;
