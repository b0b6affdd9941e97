import { DatabaseRefusal } from '@/lib/adapters/db/drivers/errors';
import type { Database } from '@/lib/adapters/db/drivers/prisma';
import type { Log } from '@/lib/adapters/log';

/** Goes on with no database that holds less than the data folder remembers of it: what came next would hide what is missing. */
export async function refuseLostHistory(
  { record }: Pick<Database, 'record'>,
  { mayDiffer, log }: { mayDiffer: boolean; log: Log },
): Promise<void> {
  const lost = await record?.refusal().catch((error: unknown) => {
    // A folder that cannot be written keeps an older record, and an older one fits.
    log.error('chain-heads-not-written', { error: codeOf(error) });
    return null;
  });
  if (lost && !mayDiffer) throw new DatabaseRefusal(lost);
}

export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
};
