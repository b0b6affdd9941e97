import { perProcess } from '@/lib/process';
import type { PrismaClient } from '../generated/sqlite/client';
import { createStore } from '../stores/create-store';
import type { Store } from '../stores/store';
import { type Dialect, rootDb } from './db';
import { roomFor } from './disk-room';
import { dialectOf, fileOf } from './location';

export type Database = {
  readonly dialect: Dialect;
  /** For packages that bring their own queries (rate limits); everything else goes through `store`. */
  readonly prisma: PrismaClient;
  readonly store: Store;
  close(): Promise<void>;
};

/**
 * The database behind `url`, opened once per process however many bundles ask: two clients on one SQLite file deadlock.
 * Needs a migrated database. Throws `DatabaseRefusal` or `DatabaseUnavailable`; a PostgreSQL that is away only fails at the first query.
 */
export function openDatabase(url: string): Promise<Database> {
  const open = perProcess('databases', () => new Map<string, Promise<Database>>());
  const known = open.get(url);
  if (known !== undefined) return known;
  const opening = connect(url, () => open.delete(url));
  open.set(url, opening);
  opening.catch(() => open.delete(url));
  return opening;
}

async function connect(url: string, forget: () => void): Promise<Database> {
  const dialect = dialectOf(url);
  const prisma = dialect === 'postgresql' ? await postgresClient(url) : await sqliteClient(url);
  await prisma.$connect();
  const close = async () => {
    forget();
    await prisma.$disconnect();
  };
  return { dialect, prisma, store: createStore(rootDb(prisma, dialect), close, roomFor(url)), close };
}

const options = { errorFormat: 'minimal', transactionOptions: { maxWait: 15_000, timeout: 15_000 } } as const;

async function sqliteClient(url: string): Promise<PrismaClient> {
  const [{ PrismaClient }, { sqliteAdapter }] = await Promise.all([
    import('../generated/sqlite/client'),
    import('./sqlite-adapter'),
  ]);
  return new PrismaClient({ ...options, adapter: sqliteAdapter(fileOf(url)) });
}

async function postgresClient(url: string): Promise<PrismaClient> {
  const [{ PrismaClient }, { postgresAdapter }] = await Promise.all([
    import('../generated/postgresql/client'),
    import('./postgres-adapter'),
  ]);
  // One schema generated for two databases: the SQLite client's type is what both have in common.
  return new PrismaClient({ ...options, adapter: postgresAdapter(url) }) as unknown as PrismaClient;
}
