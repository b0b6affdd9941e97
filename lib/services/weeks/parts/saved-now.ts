import type { ReviewDraft } from '@/lib/domain/review';
import type { Context } from '../../context';
import { actorName } from '../../parts/actor-name';

/** What stands beside every save of a review: who, and when. */
export const savedNow = (
  ctx: Pick<Context, 'actor' | 'clock'>,
): Pick<ReviewDraft, 'changedByName' | 'changedById' | 'changedAt'> => ({
  changedByName: actorName(ctx),
  changedById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
  changedAt: ctx.clock.now(),
});
