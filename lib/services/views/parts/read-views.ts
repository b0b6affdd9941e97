import type { StoredView } from '@/lib/adapters/db/stores/saved-views';
import type { SavedView } from '@/lib/domain/saved-view';
import type { Context } from '../../context';
import type { HistoryContext } from '../../parts/cached';

/** Where the id is kept of what Trends opens with; an empty text stands for none. */
export const openingViewKey = 'opening-view';

/** What Trends opens with when its address says nothing, null when nothing was chosen. */
export async function openingViewOf({ store, organisation }: HistoryContext): Promise<StoredView | null> {
  const id = await store.settings.get(organisation.id, openingViewKey);
  const view = id ? await store.views.byId(organisation.id, id) : null;
  return view?.ownerId === '' ? view : null;
}

export const readViews = (ctx: Context): Promise<StoredView[]> => readViewsOf(ctx, readerOf(ctx));

export const readViewsOf = ({ store, organisation }: HistoryContext, reader: string): Promise<StoredView[]> =>
  store.views.of(organisation.id, reader);

/** Whose own views are read beside those for all; empty for who has none. */
export const readerOf = ({ actor }: Context): string => (actor.kind === 'person' ? actor.id : '');

export const viewOf = ({ ownerId, nameKey: _, ...view }: StoredView): SavedView => ({
  ...view,
  shared: ownerId === '',
});
