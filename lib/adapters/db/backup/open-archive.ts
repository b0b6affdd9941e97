import type { Result } from '@/lib/domain/result';
import type { Database } from '../drivers/prisma';
import { backup } from './backup';
import { type Restored, type RestoreFailure, restore } from './restore';
import type { ParseBody, Verification } from './verifier';
import { verify } from './verify';

/** Everything kept, as one file or as one question: is it whole? */
export type Archive = {
  /** Answers how many rows of each table went into the file. Throws the file system's error when it cannot be written. */
  backup(file: string, options: { now: Date; keys?: Record<string, string> }): Promise<Record<string, number>>;
  /** Checks the whole file first, then replaces everything or nothing. */
  restore(file: string, options: { force: boolean }): Promise<Result<Restored, RestoreFailure>>;
  verify(): Promise<Verification>;
};

export const openArchive = (given: { database: Database; url: string; parse: ParseBody }): Archive => ({
  backup: async (file, options) => {
    const manifest = await backup({ url: given.url, file, ...options });
    return Object.fromEntries(Object.entries(manifest).map(([table, { rows }]) => [table, rows]));
  },
  restore: (file, { force }) => restore({ database: given.database, file, parse: given.parse, force }),
  verify: () => verify({ url: given.url, parse: given.parse }),
});
