import { reviewInput, weekPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Answers, answerNames } from '@/lib/domain/review';
import { service } from '../service';
import { readReview } from './parts/read-review';
import { isThere } from './parts/read-week';
import { conflict, type ReviewConflict, type ReviewFailure } from './parts/review-failures';
import { savedNow } from './parts/saved-now';
import type { ReviewView } from './view-review';

export type { ReviewConflict };

type Failure = Extract<ReviewFailure, { kind: 'not-found' | 'review-completed' | 'review-conflict' }>;

/** Saves what was written over the version it is based on; whoever was faster is shown, not overwritten. */
export const saveReviewDraft = service({
  permission: 'review:write',
  input: reviewInput.extend(weekPath.shape),
  run: async (ctx, { week, version, ...answers }): Promise<Result<ReviewView, Failure>> => {
    if (!(await isThere(ctx, week))) return fail({ kind: 'not-found' });
    const { id } = ctx.organisation;
    const before = await ctx.store.reviews.of(id, week);
    if (before?.completed) return fail({ kind: 'review-completed' });
    if (before && before.version === version && same(before, answers)) return ok(await readReview(ctx, week));
    const saved = await ctx.store.reviews.save(id, { ...answers, ...savedNow(ctx), week, version, completed: false });
    return saved ? ok(await readReview(ctx, week)) : conflict(await ctx.store.reviews.of(id, week));
  },
});

const same = (one: Answers, other: Answers): boolean => answerNames.every((name) => one[name] === other[name]);
