import { dayIn } from '@/lib/domain/day';
import { reviewStateOf } from '@/lib/domain/review';
import { isUnfinished } from '@/lib/domain/week-facts';
import type { ReviewView } from '../view-review';
import type { Eye } from './read-week';

export async function readReview({ store, organisation, clock }: Eye, week: string): Promise<ReviewView> {
  const review = await store.reviews.of(organisation.id, week);
  const unfinished = isUnfinished(week, dayIn(organisation.timeZone, clock.now()));
  const revisions = (await store.revisions.of(organisation.id, week)).length;
  return { week, state: reviewStateOf(review, unfinished), review, revisions };
}
