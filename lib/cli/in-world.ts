import { world, worldToLookAt, worldToRestore } from '@/lib/runtime/runtime';
import { type Context, contextFor } from '@/lib/services/context';
import { firstOrganisation } from '@/lib/services/operation/parts/prepare-first-start';

/** `restore` lets a new database begin where one got lost; `look` opens one that holds less than is remembered of it. */
export type WorldOptions = { readonly to: 'work' | 'look' | 'restore' };

const worlds = { work: world, look: worldToLookAt, restore: worldToRestore };

/** Runs `work` in the world as the command line sees it, and closes it. */
export async function inWorld<T>({ to }: WorldOptions, work: (ctx: Context) => Promise<T>): Promise<T> {
  const built = await worlds[to]();
  try {
    const organisation = await firstOrganisation(built);
    return await work(contextFor(built, { actor: { kind: 'job', name: 'cli' }, organisation, network: null }));
  } finally {
    await built.store.close();
  }
}
