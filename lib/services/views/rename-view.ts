import { savedViewNameInput } from '@/lib/api/saved-view';
import { fail, ok, type Result } from '@/lib/domain/result';
import { nameKeyOf } from '@/lib/domain/saved-view';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { type Refusal, service } from '../service';
import { changeableView } from './parts/changeable-view';
import { nameTaken } from './parts/name-taken';

type Failure = InvalidInput | Refusal | { readonly kind: 'not-found' };

export const renameView = service({
  permission: 'self:manage',
  input: savedViewNameInput,
  run: async (ctx, { id, name }): Promise<Result<{ name: string; changed: boolean }, Failure>> => {
    const found = await changeableView(ctx, id);
    if (!found.ok) return found;
    const { name: before, ownerId } = found.value;
    if (before === name) return ok({ name, changed: false });
    const outcome = await ctx.store.atomically(async (store) => {
      const renamed = await store.views.rename(ctx.organisation.id, id, { name, nameKey: nameKeyOf(name) });
      if (renamed === 'renamed' && ownerId === '')
        await ctx.audit('view-renamed', { target: id, said: { target: name, before } }, store);
      return renamed;
    });
    if (outcome === 'gone') return fail({ kind: 'not-found' });
    return outcome === 'taken' ? invalid('name', nameTaken(ownerId === '')) : ok({ name, changed: true });
  },
});
