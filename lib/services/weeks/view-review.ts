import { weekPath } from '@/lib/api/review';
import { dayIn } from '@/lib/domain/day';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type ReviewDraft, type ReviewState, reviewStateOf } from '@/lib/domain/review';
import { isUnfinished } from '@/lib/domain/week-facts';
import { service } from '../service';
import { type Eye, isThere } from './parts/read-week';

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

export async function readReview({ store, organisation, clock }: Eye, week: string): Promise<ReviewView> {
  const review = await store.reviews.of(organisation.id, week);
  const unfinished = isUnfinished(week, dayIn(organisation.timeZone, clock.now()));
  const revisions = (await store.revisions.of(organisation.id, week)).length;
  return { week, state: reviewStateOf(review, unfinished), review, revisions };
}
