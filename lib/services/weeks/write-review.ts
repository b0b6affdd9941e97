import { z } from 'zod';
import { freeText } from '@/lib/api/common';
import { reviewInput, weekPath } from '@/lib/api/review';
import { ok, type Result } from '@/lib/domain/result';
import { answersOf, longestAnswer, type ReviewDraft } from '@/lib/domain/review';
import { type MergedAnswers, threeWayMerge } from '@/lib/domain/three-way-merge';
import type { Week } from '@/lib/domain/week';
import type { Context } from '../context';
import { type Refusal, service } from '../service';
import type { ReviewFailure } from './parts/review-failures';
import { saveReviewDraft } from './save-review-draft';

/** `self`: whoever writes here saved elsewhere, in another window or by a token. */
export type OtherWriter = { readonly name: string; readonly self: boolean };

/** `saved`: kept, with what somebody else wrote in other fields meanwhile. `clash`: both wrote in one field; nothing was saved. */
export type WrittenReview = MergedAnswers & {
  readonly kind: 'saved' | 'clash';
  /** What is kept now. */
  readonly review: ReviewDraft;
  /** Who saved meanwhile, null when nobody did. */
  readonly other: OtherWriter | null;
};

type Failure = Extract<ReviewFailure, { kind: 'not-found' | 'review-completed' | 'review-conflict' }> | Refusal;

const answer = freeText(longestAnswer);

/** Saves a draft from the form that people write in: what two wrote over the same `base` is brought together. Break lines with \n. */
export const writeReview = service({
  permission: 'review:write',
  input: reviewInput.extend({
    ...weekPath.shape,
    base: z.strictObject({ happened: answer, why: answer, next: answer }),
  }),
  run: async (ctx, { base, ...asked }): Promise<Result<WrittenReview, Failure>> => {
    const { week, version: _, ...mine } = asked;
    const saved = await saveReviewDraft(ctx, asked);
    if (saved.ok) return kept(saved.value.review, { text: mine, taken: [], clashes: {}, other: null });
    if (saved.failure.kind !== 'review-conflict' || !saved.failure.theirs) return saved;
    const { theirs } = saved.failure;
    const merged = { ...threeWayMerge({ base, mine, theirs: answersOf(theirs) }), other: writerOf(theirs, ctx) };
    if (Object.keys(merged.clashes).length > 0) return ok({ kind: 'clash', review: theirs, ...merged });
    return saveMerged(ctx, { week, version: theirs.version }, merged);
  },
});

const writerOf = ({ changedByName, changedById }: ReviewDraft, { actor }: Context): OtherWriter => ({
  name: changedByName,
  self: actor.kind === 'person' && actor.id === changedById,
});

type Merged = MergedAnswers & Pick<WrittenReview, 'other'>;

async function saveMerged(
  ctx: Context,
  over: { week: Week; version: number },
  merged: Merged,
): Promise<Result<WrittenReview, Failure>> {
  const again = await saveReviewDraft(ctx, { ...over, ...merged.text });
  return again.ok ? kept(again.value.review, merged) : again;
}

function kept(review: ReviewDraft | null, merged: Merged): Result<WrittenReview, Failure> {
  if (!review) throw new Error('a review that was saved is there');
  return ok({ kind: 'saved', review, ...merged });
}
