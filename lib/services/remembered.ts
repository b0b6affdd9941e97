import type { Store } from '@/lib/adapters/db/store';
import type { Context } from './context';

type Kept<T> = { readonly of: string; readonly value: T };

const mostOrganisations = 100;
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
  const shelves = new WeakMap<Store, Map<string, Kept<T>>>();
  return async (ctx) => {
    if (ctx.edition === undefined) return work(ctx);
    const { store, organisation, edition } = ctx;
    const of = JSON.stringify([edition, organisation, Math.floor(ctx.clock.now().getTime() / minuteMs)]);
    const shelf = shelves.get(store) ?? new Map<string, Kept<T>>();
    shelves.set(store, shelf);
    const kept = shelf.get(organisation.id);
    if (kept?.of === of) return kept.value;
    const value = await work(ctx);
    const [oldest] = shelf.keys();
    if (shelf.size >= mostOrganisations && oldest !== undefined) shelf.delete(oldest);
    if (keeps(value)) shelf.set(organisation.id, { of, value });
    return value;
  };
}
