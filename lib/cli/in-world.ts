import { world, worldToRestore } from '@/lib/runtime/runtime';
import { type Context, contextFor } from '@/lib/services/context';
import { firstOrganisation } from '@/lib/services/operation/parts/prepare-first-start';

/** `restoring` lets a new database begin where one got lost. */
export type WorldOptions = { readonly restoring: boolean };

/** Runs `work` in the world as the command line sees it, and closes it. */
export async function inWorld<T>({ restoring }: WorldOptions, work: (ctx: Context) => Promise<T>): Promise<T> {
  const built = await (restoring ? worldToRestore() : world());
  try {
    const organisation = await firstOrganisation(built);
    return await work(contextFor(built, { actor: { kind: 'job', name: 'cli' }, organisation, network: null }));
  } finally {
    await built.store.close();
  }
}
