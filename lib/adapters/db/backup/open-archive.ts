import type { Result } from '@/lib/domain/result';
import type { Database } from '../drivers/prisma';
import { type ChainHeads, readHeads } from '../heads/chain-heads';
import type { KeyChange } from '../stores/change-key';
import { backup } from './backup';
import { type Restored, type RestoreFailure, type RestoreHow, restore } from './restore';
import type { ParseBody, Verification } from './verifier';
import { verify } from './verify';

/** Everything kept, as one file or as one question: is it whole? */
export type Archive = {
  /** Answers how many rows of each table went into the file. Throws the file system's error when it cannot be written. */
  backup(file: string, options: { now: Date; keys?: Record<string, string> }): Promise<Record<string, number>>;
  /** Checks the whole file first, then replaces everything or nothing; what it replaces is kept beside it. */
  restore(file: string, how: RestoreHow): Promise<Result<Restored, RestoreFailure>>;
  /** Against what the data folder remembers, too, and against heads that were kept elsewhere. */
  verify(against?: ChainHeads): Promise<Verification>;
  /** Where every chain ends now. */
  heads(now: Date): Promise<ChainHeads>;
  /** Sees to it that the chains are sealed with a key that opens. */
  seal(now: Date): Promise<KeyChange>;
  /** Seals the chains' keys anew where the encryption key changed; answers how many. */
  rewriteKeys(): Promise<number>;
};

export const openArchive = (given: { database: Database; url: string; parse: ParseBody }): Archive => ({
  backup: async (file, options) => {
    const heads = await readHeads(given.database.prisma, options.now);
    const manifest = await backup({ url: given.url, file, heads, ...options });
    return Object.fromEntries(Object.entries(manifest).map(([table, { rows }]) => [table, rows]));
  },
  restore: (file, how) => restore({ ...given, file, ...how }),
  verify: (against) => verify({ ...given, ...(against === undefined ? {} : { against }) }),
  heads: (now) => readHeads(given.database.prisma, now),
  seal: (now) => given.database.seal(now),
  rewriteKeys: () => given.database.rewriteKeys(),
});
