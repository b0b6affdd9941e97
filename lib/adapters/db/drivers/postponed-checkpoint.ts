import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;

export type PostponedCheckpoint = {
  /** Inside a transaction that writes much: its COMMIT puts it into the log and no further. */
  postpone(adapter: Adapter): Promise<void>;
  cancel(): void;
};

/**
 * SQLite brings what is in its log into the file at the end of a COMMIT: after a large one the process would stand still for both. The
 * log alone is on the disk already, so that the other half can wait until those who asked meanwhile have been answered.
 */
export function postponedCheckpoint(alone: (work: (adapter: Adapter) => Promise<void>) => Promise<void>) {
  const cancelled = new AbortController();
  let postponed = false;
  const behindTheTransaction = () => alone(async () => {});
  const follow = async () => {
    await behindTheTransaction();
    await sleep(afterMs, undefined, { ref: false, signal: cancelled.signal });
    await alone(async (adapter) => {
      postponed = false;
      await pragma(adapter, `wal_autocheckpoint = ${usual}`);
      await pragma(adapter, 'wal_checkpoint(PASSIVE)');
    });
  };
  return {
    postpone: async (adapter) => {
      if (postponed) return;
      postponed = true;
      await pragma(adapter, 'wal_autocheckpoint = 0');
      // As after SQLite's own: where it fails, the log is whole without it and the next write tries again.
      follow().catch(() => {});
    },
    cancel: () => cancelled.abort(),
  } satisfies PostponedCheckpoint;
}

const afterMs = 250;

/** SQLite's own: a log of so many pages is brought into the file. */
const usual = 1_000;

const pragma = (adapter: Adapter, words: string) =>
  adapter.queryRaw({ sql: `PRAGMA ${words}`, args: [], argTypes: [] });
