import { savedViewInput } from '@/lib/api/saved-view';
import { fail, ok, type Result } from '@/lib/domain/result';
import { actorMay } from '@/lib/domain/roles';
import { mostViews, nameKeyOf, type SavedView } from '@/lib/domain/saved-view';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { type Refusal, service } from '../service';
import { nameTaken } from './parts/name-taken';
import { viewOf } from './parts/read-views';

type Failure = InvalidInput | Refusal | { readonly kind: 'too-many-views' };

/** A trend's address under a name, for oneself or for all. */
export const saveView = service({
  permission: 'self:manage',
  input: savedViewInput,
  run: async (ctx, { name, address, forAll }): Promise<Result<SavedView, Failure>> => {
    if (ctx.actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const shared = forAll !== undefined;
    if (shared && !actorMay(ctx.actor, 'view:share')) {
      await ctx.audit('denied', { target: 'view:share' });
      return fail({ kind: 'not-allowed', permission: 'view:share' });
    }
    const by = { savedByName: ctx.actor.name, savedAt: ctx.clock.now() };
    const owner = shared ? '' : ctx.actor.id;
    const view = { id: crypto.randomUUID(), ownerId: owner, name, nameKey: nameKeyOf(name), address, ...by };
    const outcome = await ctx.store.atomically(async (store) => {
      const created = await store.views.create(ctx.organisation.id, view, mostViews);
      if (created === 'created' && shared)
        await ctx.audit('view-saved', { target: view.id, detail: { address }, said: { target: name } }, store);
      return created;
    });
    if (outcome === 'full') return fail({ kind: 'too-many-views' });
    return outcome === 'taken' ? invalid('name', nameTaken(shared)) : ok(viewOf(view));
  },
});
