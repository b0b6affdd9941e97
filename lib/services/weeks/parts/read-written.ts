import { type Answers, answersOf } from '@/lib/domain/review';
import { actorMay } from '@/lib/domain/roles';
import type { Week } from '@/lib/domain/week';
import { readReviewDocument } from '@/lib/views/weeks/review-document';
import type { Context } from '../../context';

/** One text about a week, as whoever asks may read it. */
export type Written = {
  readonly week: Week;
  readonly answers: Answers;
  readonly draft: boolean;
  /** Where it is read when that is not the week's own page, which shows the draft: the completed revision before it. */
  readonly revision: number | null;
};

/**
 * What was written about the weeks of a span, newest first: completed reviews, and drafts for those who write. A review that was
 * reopened is both: its newest revision, and the draft of the next.
 */
export async function readWritten(ctx: Context, span: { from: Week; to: Week }): Promise<readonly Written[]> {
  const { id } = ctx.organisation;
  const reviews = (await ctx.store.reviews.between(id, span)).sort((a, b) => (a.week < b.week ? 1 : -1));
  const writes = actorMay(ctx.actor, 'review:write');
  const drafts = reviews.some(({ completed }) => !completed);
  const revisions = drafts ? await ctx.store.revisions.counts(id, span) : new Map<Week, number>();
  const written: Written[] = [];
  for (const review of reviews) {
    const { week, completed } = review;
    if (completed || writes) written.push({ week, answers: answersOf(review), draft: !completed, revision: null });
    if (completed || !revisions.has(week)) continue;
    const newest = await ctx.store.revisions.latest(id, week);
    if (newest === null) continue;
    const { answers } = readReviewDocument(newest.document);
    written.push({ week, answers: answersOf(answers), draft: false, revision: writes ? newest.number : null });
  }
  return written;
}
