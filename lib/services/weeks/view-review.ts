import { weekPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { ReviewDraft, ReviewState } from '@/lib/domain/review';
import { service } from '../service';
import { readReview } from './parts/read-review';
import { isThere } from './parts/read-week';

export type ReviewView = {
  readonly week: string;
  readonly state: ReviewState;
  /** Null when nobody has written. */
  readonly review: ReviewDraft | null;
  readonly revisions: number;
};

/** The review as it is being written: for those who write it. */
export const viewReview = service({
  permission: 'review:write',
  input: weekPath,
  run: async (ctx, { week }): Promise<Result<ReviewView, { kind: 'not-found' }>> =>
    (await isThere(ctx, week)) ? ok(await readReview(ctx, week)) : fail({ kind: 'not-found' }),
});
