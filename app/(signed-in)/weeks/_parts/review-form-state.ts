import type { AnswerName, Answers } from '@/lib/domain/review';
import type { OtherWriter } from '@/lib/services/weeks/write-review';
import type { FieldProblem } from '../../../_ui/form-state';

/** What the server has: the version to write over, its text, and when it was saved in words. */
export type Kept = { readonly version: number; readonly text: Answers; readonly words: string | null };

/** What the form shows next. `kept` is null when nothing is known to have been saved. */
export type ReviewFormState = {
  readonly problems: readonly FieldProblem[];
  readonly text: Answers | null;
  readonly kept: Kept | null;
  /** Fields in which somebody else wrote, and this one did not. */
  readonly taken: readonly AnswerName[];
  /** Somebody else's text in fields in which both wrote. */
  readonly clashes: Partial<Answers>;
  /** Who saved meanwhile, null when nobody did. */
  readonly who: OtherWriter | null;
};

export const unwritten: ReviewFormState = { problems: [], text: null, kept: null, taken: [], clashes: {}, who: null };
