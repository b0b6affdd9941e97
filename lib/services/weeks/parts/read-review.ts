import { type ReviewDraft, type ReviewState, reviewStateOf } from '@/lib/domain/review';
import type { Week } from '@/lib/domain/week';
import { isUnfinished } from '@/lib/domain/week-facts';
import type { Eye } from './read-week';

export type ReviewView = {
  readonly week: Week;
  readonly state: ReviewState;
  /** Null when nobody has written. */
  readonly review: ReviewDraft | null;
  readonly revisions: number;
};

/** A review as it stands: what is written, and how often it was completed. */
export async function readReview({ store, organisation, today }: Eye, week: Week): Promise<ReviewView> {
  const review = await store.reviews.of(organisation.id, week);
  const unfinished = isUnfinished(week, today());
  const revisions = (await store.revisions.of(organisation.id, week)).length;
  return { week, state: reviewStateOf(review, unfinished), review, revisions };
}
