import type { StoredView } from '@/lib/adapters/db/stores/saved-views';
import type { SavedView } from '@/lib/domain/saved-view';
import type { Context } from '../../context';

/** Where the id is kept of what Trends opens with; an empty text stands for none. */
export const openingViewKey = 'opening-view';

/** What Trends opens with when its address says nothing, null when nothing was chosen. */
export async function openingViewOf({ store, organisation }: Context): Promise<StoredView | null> {
  const id = await store.settings.get(organisation.id, openingViewKey);
  const view = id ? await store.views.byId(organisation.id, id) : null;
  return view?.ownerId === '' ? view : null;
}

export const readViews = ({ store, organisation, actor }: Context): Promise<StoredView[]> =>
  store.views.of(organisation.id, actor.kind === 'person' ? actor.id : '');

export const viewOf = ({ ownerId, nameKey: _, ...view }: StoredView): SavedView => ({
  ...view,
  shared: ownerId === '',
});
