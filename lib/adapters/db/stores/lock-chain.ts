import type { ChainKey } from '../chains/chain-key';
import type { Db } from '../drivers/db';
import { type Head, takeHead } from './chain';
import { writingKey } from './change-key';

/** Where a chain is gone on with, and under which key; nobody else does until the transaction ends. `at` is when that is. */
export async function lockChain(db: Db, id: string, at: Date): Promise<Head & { readonly key: ChainKey | null }> {
  const head = await takeHead(db, id);
  const { key, changed } = await writingKey(db, at);
  // The change of keys may have lengthened this very chain.
  return { ...(changed ? await takeHead(db, id) : head), key };
}
