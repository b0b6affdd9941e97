import { openingViewInput } from '@/lib/api/saved-view';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';
import { openingViewKey } from './parts/read-views';

type Failure = { readonly kind: 'not-found' };

/** What Trends opens with for everybody: a view that is for all, or none. */
export const chooseOpeningView = service({
  permission: 'view:share',
  input: openingViewInput,
  run: async (ctx, { id }): Promise<Result<{ name: string | null }, Failure>> => {
    const view = id === '' ? null : await ctx.store.views.byId(ctx.organisation.id, id);
    if (id !== '' && view?.ownerId !== '') return fail({ kind: 'not-found' });
    await ctx.store.atomically(async (store) => {
      await store.settings.set(ctx.organisation.id, openingViewKey, id);
      await store.views.changed(ctx.organisation.id);
      await ctx.audit('opening-view-chosen', { target: id ?? 'none', said: { target: view?.name ?? 'none' } }, store);
    });
    return ok({ name: view?.name ?? null });
  },
});
