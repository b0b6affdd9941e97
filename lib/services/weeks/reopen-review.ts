import { reopenInput, weekPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';
import { readReview } from './parts/read-review';
import { conflict, type ReviewFailure } from './parts/review-failures';
import { savedNow } from './parts/saved-now';
import type { ReviewView } from './view-review';

type Failure = Extract<ReviewFailure, { kind: 'review-not-completed' | 'review-conflict' }>;

/** Makes the completed text a draft again, for the next revision; the completed one stays as it is. */
export const reopenReview = service({
  permission: 'review:write',
  input: reopenInput.extend(weekPath.shape),
  run: async (ctx, { week }): Promise<Result<ReviewView, Failure>> =>
    ctx.store.atomically(async (store): Promise<Result<ReviewView, Failure>> => {
      const { id } = ctx.organisation;
      const review = await store.reviews.of(id, week);
      if (!review?.completed) return fail({ kind: 'review-not-completed' });
      const { completed: _, ...kept } = review;
      const saved = await store.reviews.save(id, { ...kept, ...savedNow(ctx), completed: false });
      if (!saved) return conflict(await store.reviews.of(id, week));
      await ctx.audit('review-reopened', { target: week }, store);
      return ok(await readReview({ ...ctx, store }, week));
    }),
});
