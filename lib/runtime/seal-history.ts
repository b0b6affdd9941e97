import type { Database } from '@/lib/adapters/db/drivers/prisma';
import type { Log } from '@/lib/adapters/log';
import { isDatabaseAway } from '@/lib/services/parts/database-away';

type Options = { readonly now: Date; readonly log: Log };

/**
 * Begins to seal a history that has no key, or whose key is lost. Never one that holds less than the data folder remembers: what was put
 * in its place would count as ours from then on. A stand-by that takes no changes goes on as it is.
 */
export async function sealHistory({ seal, record }: Pick<Database, 'seal' | 'record'>, { now, log }: Options) {
  try {
    const lacking = (await record?.lacks()) ?? [];
    if (lacking.length > 0) return;
    const change = await seal(now);
    if (change === 'began') log.warn('chains-sealed', { record: record?.path });
    if (change === 'replaced') log.warn('chain-key-replaced', { record: record?.path });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
  }
}
