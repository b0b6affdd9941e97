import type { Database } from '@/lib/adapters/db/drivers/prisma';
import type { Log } from '@/lib/adapters/log';
import { isDatabaseAway } from '@/lib/services/parts/database-away';

type Options = { readonly now: Date; readonly log: Log };

/**
 * Begins to seal a history that has no key, or whose key is lost. Never one that holds less than the data folder remembers: what was put
 * in its place would count as ours from then on. A stand-by that takes no changes goes on as it is.
 */
export async function sealHistory(
  { seal, record, store }: Pick<Database, 'seal' | 'record' | 'store'>,
  { now, log }: Options,
) {
  try {
    const isNew = (await store.organisations.first()) === null;
    const lacking = (await record?.lacks()) ?? [];
    if (lacking.length > 0) return;
    const change = await seal(now);
    // In a new database it is what has to be; later it comes once, or somebody put another one there.
    if (change === 'began') log[isNew ? 'info' : 'warn']('chains-sealed', { record: record?.path });
    if (change === 'replaced') log.warn('chain-key-replaced', { record: record?.path });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
  }
}
