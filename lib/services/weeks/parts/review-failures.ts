import { fail } from '@/lib/domain/result';
import type { ReviewDraft } from '@/lib/domain/review';

/** `theirs` is what somebody else saved meanwhile: both texts are shown, none is lost. */
export type ReviewConflict = { readonly kind: 'review-conflict'; readonly theirs: ReviewDraft | null };

export type ReviewFailure =
  | ReviewConflict
  | { readonly kind: 'not-found' }
  | { readonly kind: 'review-completed' }
  | { readonly kind: 'review-not-completed' }
  | { readonly kind: 'week-unfinished' };

export const conflict = (theirs: ReviewDraft | null) => fail<ReviewConflict>({ kind: 'review-conflict', theirs });
