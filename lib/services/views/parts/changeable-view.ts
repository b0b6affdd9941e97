import type { StoredView } from '@/lib/adapters/db/stores/saved-views';
import { fail, ok, type Result } from '@/lib/domain/result';
import { actorMay } from '@/lib/domain/roles';
import type { Context } from '../../context';
import type { Refusal } from '../../service';

type Failure = { readonly kind: 'not-found' } | Refusal;

/** A view that the actor may rename or delete: their own, or one for all where they may share. Somebody else's is not there. */
export async function changeableView(ctx: Context, id: string): Promise<Result<StoredView, Failure>> {
  const view = await ctx.store.views.byId(ctx.organisation.id, id);
  if (view === null) return fail({ kind: 'not-found' });
  if (view.ownerId !== '') {
    const own = ctx.actor.kind === 'person' && ctx.actor.id === view.ownerId;
    return own ? ok(view) : fail({ kind: 'not-found' });
  }
  if (actorMay(ctx.actor, 'view:share')) return ok(view);
  await ctx.audit('denied', { target: 'view:share' });
  return fail({ kind: 'not-allowed', permission: 'view:share' });
}
