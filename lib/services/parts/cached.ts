import type { Store } from '@/lib/adapters/db/stores/store';
import type { Context } from '../context';

type Kept<T> = { readonly of: string; readonly value: T };

const minuteMs = 60_000;

/**
 * Does `work` once for all readers of one edition of the history in one minute: what it makes must depend on the
 * organisation, what an edition names and the time to the minute, never on who asks. `keeps` tells what may be
 * kept. A context without an edition gets it made anew.
 */
export function remembered<T>(
  work: (ctx: Context) => Promise<T>,
  keeps: (value: T) => boolean = () => true,
): (ctx: Context) => Promise<T> {
  const answered = rememberedFor<null, T>(work, { keeps });
  return (ctx) => answered(ctx, null);
}

type Keeping<T> = { readonly keeps?: (value: T) => boolean; readonly most?: number };

/** The same for each of many questions (plain data); of more than `most` the ones asked longest ago are forgotten. */
export function rememberedFor<Q, T>(
  work: (ctx: Context, question: Q) => Promise<T>,
  { keeps = () => true, most = 100 }: Keeping<T> = {},
): (ctx: Context, question: Q) => Promise<T> {
  const shelves = new WeakMap<Store, Map<string, Kept<T>>>();
  return async (ctx, question) => {
    if (ctx.edition === undefined) return work(ctx, question);
    const { store, organisation, edition } = ctx;
    const shelf = shelves.get(store) ?? new Map<string, Kept<T>>();
    shelves.set(store, shelf);
    const place = JSON.stringify([organisation.id, question]);
    const of = JSON.stringify([edition, organisation, Math.floor(ctx.clock.now().getTime() / minuteMs)]);
    const kept = shelf.get(place);
    if (kept?.of === of) return putLast(shelf, place, kept).value;
    const value = await work(ctx, question);
    if (keeps(value)) putLast(shelf, place, { of, value });
    const [oldest] = shelf.keys();
    if (shelf.size > most && oldest !== undefined) shelf.delete(oldest);
    return value;
  };
}

/** A map lists its entries as they came: what was asked last stands last. */
function putLast<T>(shelf: Map<string, Kept<T>>, place: string, kept: Kept<T>): Kept<T> {
  shelf.delete(place);
  shelf.set(place, kept);
  return kept;
}
