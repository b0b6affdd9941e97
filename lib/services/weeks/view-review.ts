import { weekPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';
import { type ReviewView, readReview } from './parts/read-review';
import { isThere } from './parts/read-week';

export type { ReviewView };

/** The review as it is being written: for those who write it. */
export const viewReview = service({
  permission: 'review:write',
  input: weekPath,
  run: async (ctx, { week }): Promise<Result<ReviewView, { kind: 'not-found' }>> =>
    (await isThere(ctx, week)) ? ok(await readReview(ctx, week)) : fail({ kind: 'not-found' }),
});
