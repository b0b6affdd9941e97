import { savedViewPath } from '@/lib/api/saved-view';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { changeableView } from './parts/changeable-view';
import { openingViewKey, openingViewOf } from './parts/read-views';

type Failure = Refusal | { readonly kind: 'not-found' };

/** Deletes a view; what Trends opened with goes back to what the program shows. */
export const removeView = service({
  permission: 'self:manage',
  input: savedViewPath,
  run: async (ctx, { id }): Promise<Result<{ name: string }, Failure>> => {
    const found = await changeableView(ctx, id);
    if (!found.ok) return found;
    const { name, ownerId, address } = found.value;
    const removed = await ctx.store.atomically(async (store) => {
      const opened = (await openingViewOf({ ...ctx, store }))?.id === id;
      if (!(await store.views.remove(ctx.organisation.id, id))) return false;
      if (opened) await store.settings.set(ctx.organisation.id, openingViewKey, '');
      if (ownerId === '')
        await ctx.audit('view-removed', { target: id, detail: { address, opened }, said: { target: name } }, store);
      return true;
    });
    return removed ? ok({ name }) : fail({ kind: 'not-found' });
  },
});
