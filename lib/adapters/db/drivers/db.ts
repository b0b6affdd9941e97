import { setTimeout as sleep } from 'node:timers/promises';
import type { Prisma, PrismaClient } from '../generated/sqlite/client';
import { DatabaseUnavailable } from './errors';
import type { OnTrouble } from './telling';

export type Dialect = 'sqlite' | 'postgresql';

/** Where statements go: the database, or one open transaction of it. */
export type Db = {
  readonly sql: Prisma.TransactionClient;
  readonly dialect: Dialect;
  readonly inTransaction: boolean;
  /** To be called when a chain got longer: what the data folder remembers of it follows when the transaction has landed. */
  chainMoved(): void;
  /** Runs `work` in a transaction; inside one, in the same. */
  atomically<T>(work: (db: Db) => Promise<T>): Promise<T>;
};

/** Who wants to hear what happens to the database. */
export type Listeners = { readonly onTrouble: OnTrouble; readonly onChainsMoved: () => Promise<void> };
const nobody: Listeners = { onTrouble: () => {}, onChainsMoved: async () => {} };

export function rootDb(prisma: PrismaClient, dialect: Dialect, listeners: Listeners = nobody): Db {
  const { onTrouble, onChainsMoved } = listeners;
  const once = async <T>(work: (db: Db) => Promise<T>) => {
    let moved = false;
    const chainMoved = () => {
      moved = true;
    };
    const done = await prisma
      .$transaction((tx) => work(within(tx, dialect, chainMoved)))
      .catch((error: unknown) => {
        if (!ranOut(error)) throw error;
        const trouble = new DatabaseUnavailable('the database took too long', 'locked');
        onTrouble(trouble);
        throw trouble;
      });
    if (moved) await onChainsMoved();
    return done;
  };
  const chainMoved = () => {};
  return { sql: prisma, dialect, inTransaction: false, chainMoved, atomically: (work) => retried(() => once(work)) };
}

export function within(sql: Prisma.TransactionClient, dialect: Dialect, chainMoved = () => {}): Db {
  const db: Db = { sql, dialect, inTransaction: true, chainMoved, atomically: (work) => work(db) };
  return db;
}

/** PostgreSQL ends one of two transactions that wait for each other; nothing of it is left, so it may run again. */
async function retried<T>(run: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (left === 0 || !isConflict(error)) throw error;
  }
  await sleep(20 + Math.random() * 50);
  return retried(run, left - 1);
}

/** Prisma gave the transaction up, before its begin or in its middle: behind a lock, or on a server that hangs. */
const ranOut = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'P2028' &&
  /expired transaction|Unable to start a transaction in the given time/.test(error.message);

const isConflict = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'P2034' || (error.code === 'P2010' && /\b(40001|40P01)\b/.test(error.message)));
