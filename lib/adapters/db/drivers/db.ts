import { setTimeout as sleep } from 'node:timers/promises';
import { type Chains, unsealed } from '../chains/chain-key';
import type { Prisma, PrismaClient } from '../generated/sqlite/client';
import type { NewAuditEntry } from '../stores/audit-entry';
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
  /** To be called with each new audit entry: it is told when the transaction has landed. */
  audited(entry: AuditedEntry): void;
  readonly chains: Chains;
  /** Runs `work` in a transaction; inside one, in the same. */
  atomically<T>(work: (db: Db) => Promise<T>): Promise<T>;
};

/** Who wants to hear what happens to the database. */
export type Listeners = {
  readonly onTrouble: OnTrouble;
  readonly onChainsMoved: () => Promise<void>;
  readonly onAudited: (entry: AuditedEntry) => void;
};
const nobody: Listeners = { onTrouble: () => {}, onChainsMoved: async () => {}, onAudited: () => {} };

export type AuditedEntry = NewAuditEntry & { readonly seq: number };

type RootOptions = { readonly listeners?: Listeners; readonly chains?: Chains };

export function rootDb(prisma: PrismaClient, dialect: Dialect, options: RootOptions = {}): Db {
  const { listeners = nobody, chains = unsealed() } = options;
  const { onTrouble, onChainsMoved, onAudited } = listeners;
  const once = async <T>(work: (db: Db) => Promise<T>) => {
    let moved = false;
    const entries: AuditedEntry[] = [];
    const chainMoved = () => {
      moved = true;
    };
    const audited = (entry: AuditedEntry) => void entries.push(entry);
    const done = await prisma
      .$transaction((tx) => work(within(tx, dialect, { chains, chainMoved, audited })))
      .catch((error: unknown) => {
        if (!ranOut(error)) throw error;
        const trouble = new DatabaseUnavailable('the database took too long', 'locked');
        onTrouble(trouble);
        throw trouble;
      });
    entries.forEach(onAudited);
    if (moved) await onChainsMoved();
    return done;
  };
  const atomically: Db['atomically'] = (work) => retried(() => once(work));
  return { sql: prisma, dialect, inTransaction: false, chainMoved: () => {}, audited: () => {}, chains, atomically };
}

type Inside = Pick<Db, 'chains'> & Partial<Pick<Db, 'chainMoved' | 'audited'>>;

export function within(sql: Prisma.TransactionClient, dialect: Dialect, inside: Inside): Db {
  const { chains, chainMoved = () => {}, audited = () => {} } = inside;
  const transaction = { sql, dialect, inTransaction: true, chainMoved, audited, chains };
  const db: Db = { ...transaction, atomically: (work) => work(db) };
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
