import { perProcess } from '@/lib/process';
import type { Chains, Sealing } from '../chains/chain-key';
import { rewriteChainKeys } from '../chains/rewrite-chain-keys';
import type { PrismaClient } from '../generated/sqlite/client';
import { type HeadsRecord, headsRecord } from '../heads/heads-record';
import type { OnFewer } from '../postgres/fewer-connections';
import { type KeyChange, sealChains } from '../stores/change-key';
import { createStore } from '../stores/create-store';
import type { Store } from '../stores/store';
import { type AuditedEntry, type Dialect, rootDb } from './db';
import { roomFor } from './disk-room';
import { dialectOf, fileOf } from './location';
import { type OnTrouble, telling } from './telling';

export type Database = {
  readonly dialect: Dialect;
  /** For packages that bring their own queries (rate limits); everything else goes through `store`. */
  readonly prisma: PrismaClient;
  readonly store: Store;
  /** The keys that its chains are sealed with. */
  readonly chains: Chains;
  /** Sees to it that its chains are sealed with a key that opens; says what had to be done. */
  seal(now: Date): Promise<KeyChange>;
  /** Seals the chains' keys anew that an older encryption key sealed; answers how many. */
  rewriteKeys(): Promise<number>;
  /** What the data folder remembers of its history; null where no folder was named. */
  readonly record: HeadsRecord | null;
  close(): Promise<void>;
};

/**
 * The database behind `url`, opened once per process however many bundles ask: two clients on one SQLite file deadlock.
 * Needs a migrated database. Throws `DatabaseRefusal` or `DatabaseUnavailable`; a PostgreSQL is asked for the schema in use.
 */
export function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const open = perProcess('databases', () => new Map<string, Promise<Database>>());
  const known = open.get(url);
  if (known !== undefined) return known;
  const opening = connect(url, { ...options, forget: () => open.delete(url) });
  open.set(url, opening);
  opening.catch(() => open.delete(url));
  return opening;
}

export type OpenOptions = {
  readonly onTrouble?: OnTrouble;
  readonly onFewerConnections?: OnFewer;
  /** Opens the keys that the chains are sealed with; without it nothing is sealed, and a sealed history is not gone on with. */
  readonly sealing?: Sealing;
  /** Hears of each audit entry once it has landed. */
  readonly onAudited?: (entry: AuditedEntry) => void;
  /** Where to remember the chains' ends, by which clock, and who hears of it when they cannot be written down, or what was remembered cannot be read. */
  readonly remember?: {
    readonly dataDir: string;
    readonly now: () => Date;
    readonly onFault: (error: unknown) => void;
    readonly onGarbled: (keptAt: string) => void;
  };
};

type Given = OpenOptions & { readonly forget: () => void };

async function connect(url: string, given: Given): Promise<Database> {
  const { forget, onTrouble = () => {}, onFewerConnections = () => {}, onAudited = () => {} } = given;
  const { sealing = null, remember } = given;
  const dialect = dialectOf(url);
  const prisma = await (dialect === 'postgresql'
    ? postgresClient(url, { onTrouble, onFewerConnections })
    : sqliteClient(url, onTrouble));
  await prisma.$connect();
  const close = async () => {
    forget();
    await prisma.$disconnect();
  };
  const record = remember === undefined ? null : headsRecord(prisma, { ...remember, url });
  // What landed has landed: a record that cannot be written is older than the database, and an older one fits.
  const onChainsMoved = async () => record?.write().catch((error: unknown) => remember?.onFault(error));
  const chains: Chains = { sealing, opened: new Map() };
  const db = rootDb(prisma, dialect, { listeners: { onTrouble, onChainsMoved, onAudited }, chains });
  const seal = (at: Date) => db.atomically((tx) => sealChains(tx, at));
  const rewriteKeys = () => rewriteChainKeys(db);
  return { dialect, prisma, chains, seal, rewriteKeys, record, store: createStore(db, close, roomFor(url)), close };
}

const options = { errorFormat: 'minimal', transactionOptions: { maxWait: 15_000, timeout: 15_000 } } as const;

async function sqliteClient(url: string, onTrouble: OnTrouble): Promise<PrismaClient> {
  const [{ PrismaClient }, { sqliteAdapter }] = await Promise.all([
    import('../generated/sqlite/client'),
    import('./sqlite-adapter'),
  ]);
  return new PrismaClient({ ...options, adapter: telling(sqliteAdapter(fileOf(url)), onTrouble) });
}

type Heard = { readonly onTrouble: OnTrouble; readonly onFewerConnections: OnFewer };

async function postgresClient(url: string, { onTrouble, onFewerConnections }: Heard): Promise<PrismaClient> {
  const [{ PrismaClient }, { postgresAdapter }] = await Promise.all([
    import('../generated/postgresql/client'),
    import('./postgres-adapter'),
  ]);
  // One schema generated for two databases: the SQLite client's type is what both have in common.
  return new PrismaClient({
    ...options,
    adapter: telling(postgresAdapter(url, onFewerConnections), onTrouble),
  }) as unknown as PrismaClient;
}
