import { laterOf } from '@/lib/domain/day';
import { type ReviewDraft, type ReviewState, reviewStateOf, waitingReviews } from '@/lib/domain/review';
import { actorMay } from '@/lib/domain/roles';
import { addWeeks, type Week } from '@/lib/domain/week';
import { isUnfinished } from '@/lib/domain/week-facts';
import type { Context } from '../../context';
import { cached, type HistoryContext } from '../../parts/cached';
import { weeksThere } from './read-week';

export type WaitingWeek = {
  readonly week: Week;
  readonly review: ReviewState;
  readonly draft: Pick<ReviewDraft, 'changedByName' | 'changedAt'> | null;
};

const lookedBack = 12;

/** The weeks whose review waits for this actor, newest first, none for whoever does not write; cheap enough for every page. */
export async function readWaitingWeeks(ctx: Context): Promise<readonly WaitingWeek[]> {
  return actorMay(ctx.actor, 'review:write') ? waitingWeeks(ctx, null) : [];
}

const waitingWeeks = cached({ name: 'waiting weeks', make: read });

async function read(ctx: HistoryContext): Promise<readonly WaitingWeek[]> {
  const there = await weeksThere(ctx);
  if (!there) return [];
  const { id } = ctx.organisation;
  const from = laterOf(there.first, addWeeks(there.last, -lookedBack));
  const reviews = new Map(
    (await ctx.store.reviews.between(id, { from, to: there.last })).map((one) => [one.week, one]),
  );
  const today = ctx.today();
  const over: WaitingWeek[] = [];
  for (let week = there.last; week >= from; week = addWeeks(week, -1)) {
    const draft = reviews.get(week) ?? null;
    if (!isUnfinished(week, today)) over.push({ week, review: reviewStateOf(draft, false), draft });
  }
  return waitingReviews(over);
}
