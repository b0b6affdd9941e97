import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok, type Result } from '@/lib/domain/result';
import { rewriteChainKeys } from '../chains/rewrite-chain-keys';
import { type Db, within } from '../drivers/db';
import { UnreadableBackup } from '../drivers/errors';
import type { Database } from '../drivers/prisma';
import { makeFolder } from '../migrate/make-folder';
import { insertAll } from '../stores/bulk';
import type { Header, Manifest } from './archive';
import { backup } from './backup';
import type { Broken } from './broken';
import { newerFacts, type StaysRevoked, takeAwayAgain } from './newer-facts';
import { readArchive } from './read-archive';
import type { Row, Rows } from './table-rows';
import { passingTables, type TableName, tableNames, tables } from './tables';
import { type ParseBody, verifyRows } from './verifier';
import { whileChangeable } from './while-changeable';

export type RestoreHow = {
  /** Replaces a database that people already use. */
  readonly force: boolean;
  /** Where what is replaced is kept, as a backup. */
  readonly keepIn: string;
  /** Who restores, and when: for the audit log and the name of what is kept. */
  readonly by: { readonly at: Date; readonly actorName: string };
};

export type RestoreOptions = RestoreHow & {
  /** Migrated, and of either kind. */
  readonly database: Database;
  readonly url: string;
  readonly file: string;
  readonly parse: ParseBody;
};

export type Restored = {
  readonly createdAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly keys: Header['keys'] | null;
  /** Everybody signs in again, and open links have to be sent again. */
  readonly notRestored: readonly string[];
  /** The file with what was replaced; null where nothing was. */
  readonly keptAt: string | null;
  readonly staysRevoked: StaysRevoked;
};

export type RestoreFailure =
  | { readonly kind: 'in-use'; readonly users: number; readonly readings: number }
  | { readonly kind: 'old-state-not-kept'; readonly reason: string }
  | { readonly kind: 'unreadable-backup'; readonly reason: string }
  | { readonly kind: 'broken-backup'; readonly broken: readonly Broken[] };

/**
 * Checks the whole file, then replaces everything in one transaction: the database is as before or as in the backup, never between. But
 * for access that was taken away since: no backup gives it back.
 */
export async function restore(options: RestoreOptions): Promise<Result<Restored, RestoreFailure>> {
  const { database, file, parse, force } = options;
  try {
    const used = await usage(database.prisma);
    if (!force && inUse(used)) return fail({ kind: 'in-use', ...used });
    const checked = await readArchive(file);
    const sealing = database.chains.sealing?.knowing(keysIn(checked.header)) ?? null;
    const { ok: whole, broken } = await verifyRows(checked.rows, { parse, sealing });
    if (!whole) return fail({ kind: 'broken-backup', broken });
    const replaced = await replaceAll(options, checked.header);
    if ('users' in replaced) return fail({ kind: 'in-use', ...replaced });
    await database.record?.rewrite();
    return ok({ ...summary(checked.header, checked.manifest()), ...replaced });
  } catch (error) {
    if (error instanceof NotKept) return fail({ kind: 'old-state-not-kept', reason: error.message });
    if (error instanceof UnreadableBackup) return fail({ kind: 'unreadable-backup', reason: error.message });
    throw error;
  }
}

const summary = ({ createdAt, keys }: Header, manifest: Manifest) => ({
  createdAt,
  rows: Object.fromEntries(tableNames.map((name) => [name, manifest[name]?.rows ?? 0])),
  keys: keys ?? null,
  notRestored: ['sessions', 'one-time links', 'rate-limit counters'],
});

/** The encryption keys that came with it, if any. */
const keysIn = ({ keys }: Header): readonly string[] => keys?.encryption?.split('\n') ?? [];

type Usage = { readonly users: number; readonly readings: number };

const usage = async (sql: Db['sql']): Promise<Usage> => ({
  users: await sql.user.count(),
  readings: await sql.reading.count(),
});

const inUse = ({ users, readings }: Usage): boolean => users + readings > 0;

type Replaced = Pick<Restored, 'keptAt' | 'staysRevoked'>;

/** What is there, and nothing is done, when somebody moved in since the check. */
function replaceAll(options: RestoreOptions, header: Header): Promise<Usage | Replaced> {
  const { database, file, force, by } = options;
  const since = new Date(header.createdAt);
  const replace = async (db: Db): Promise<Usage | Replaced> => {
    await lockAll(db);
    const used = await usage(db.sql);
    if (!force && inUse(used)) return used;
    const keptAt = inUse(used) ? await keepOld(options) : null;
    const facts = await newerFacts(db, since);
    await whileChangeable(db, async () => {
      for (const table of [...passingTables, ...tableNames.toReversed()]) await run(db, `DELETE FROM "${table}"`);
    });
    await insertRows(db, (await readArchive(file)).rows);
    // Before anything is written: what opens no key goes on under a new one.
    await rewriteChainKeys(db, keysIn(header));
    return { keptAt, staysRevoked: await takeAwayAgain(db, { facts, by, since }) };
  };
  const { prisma, dialect, chains } = database;
  return prisma.$transaction((tx) => replace(within(tx, dialect, { chains })), { maxWait: 15_000, timeout: 600_000 });
}

class NotKept extends Error {}

/** Under the lock that everything is replaced under: nobody writes between the one and the other, and everybody may read. */
async function keepOld({ url, keepIn, by }: RestoreOptions): Promise<string> {
  const stamp = by.at.toISOString().replaceAll(/[:.]/g, '');
  const file = join(keepIn, `before-restore-${stamp}-${randomUUID().slice(0, 8)}.backup`);
  try {
    makeFolder(keepIn);
    await backup({ url, file, now: by.at });
    return file;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    throw new NotKept(`${file} cannot be written (${code})`, { cause: error });
  }
}

const insertedAtOnce = 1_000;

async function insertRows(db: Db, rows: Rows): Promise<void> {
  let held: { table: TableName; rows: Row[] } | null = null;
  for await (const some of rows) {
    for (const { table, row } of some) {
      if (held !== null && (held.table !== table || held.rows.length === insertedAtOnce)) {
        await insert(db, held);
        held = null;
      }
      held ??= { table, rows: [] };
      held.rows.push(row);
    }
  }
  if (held !== null) await insert(db, held);
}

async function insert(db: Db, { table, rows }: { table: TableName; rows: readonly Row[] }): Promise<void> {
  try {
    await insertAll(db, { table: tables[table], rows });
  } catch (error) {
    throw isRefusal(error) ? new UnreadableBackup(`the rows of ${table} do not fit together`) : error;
  }
}

/** What the database says to a row that breaks its rules (a statement by hand that failed). */
const isRefusal = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'P2010';

/** Nobody else writes; SQLite's transaction has the file to itself already. */
async function lockAll(db: Db): Promise<void> {
  const all = [...passingTables, ...tableNames].map((name) => `"${name}"`);
  if (db.dialect === 'postgresql') await run(db, `LOCK TABLE ${all} IN EXCLUSIVE MODE`);
}

const run = (db: Db, statement: string): Promise<number> => db.sql.$executeRawUnsafe(statement);
