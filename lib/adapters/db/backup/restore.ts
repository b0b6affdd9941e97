import { fail, ok, type Result } from '@/lib/domain/result';
import { type Db, within } from '../drivers/db';
import { UnreadableBackup } from '../drivers/errors';
import type { Database } from '../drivers/prisma';
import { insertAll } from '../stores/bulk';
import type { Header, Manifest } from './archive';
import { readArchive } from './read-archive';
import type { Row, Rows } from './table-rows';
import { passingTables, type TableName, tableNames, tables } from './tables';
import { type Broken, type ParseBody, verifyRows } from './verifier';

export type RestoreOptions = {
  /** Migrated, and of either kind. */
  readonly database: Database;
  readonly file: string;
  readonly parse: ParseBody;
  /** Replaces a database that people already use. */
  readonly force: boolean;
};

export type Restored = {
  readonly createdAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly keys: Header['keys'] | null;
  /** Everybody signs in again, and open links have to be sent again. */
  readonly notRestored: readonly string[];
};

export type RestoreFailure =
  | { readonly kind: 'in-use'; readonly users: number; readonly readings: number }
  | { readonly kind: 'unreadable-backup'; readonly reason: string }
  | { readonly kind: 'broken-backup'; readonly broken: readonly Broken[] };

/** Checks the whole file, then replaces everything in one transaction: the database is as before or as in the backup, never between. */
export async function restore({
  database,
  file,
  parse,
  force,
}: RestoreOptions): Promise<Result<Restored, RestoreFailure>> {
  try {
    const used = await usage(database.prisma);
    if (!force && inUse(used)) return fail({ kind: 'in-use', ...used });
    const checked = await readArchive(file);
    const { ok: whole, broken } = await verifyRows(checked.rows, parse);
    if (!whole) return fail({ kind: 'broken-backup', broken });
    const meanwhile = await replaceAll(database, file, force);
    return meanwhile === null
      ? ok(summary(checked.header, checked.manifest()))
      : fail({ kind: 'in-use', ...meanwhile });
  } catch (error) {
    if (error instanceof UnreadableBackup) return fail({ kind: 'unreadable-backup', reason: error.message });
    throw error;
  }
}

const summary = ({ createdAt, keys }: Header, manifest: Manifest): Restored => ({
  createdAt,
  rows: Object.fromEntries(tableNames.map((name) => [name, manifest[name]?.rows ?? 0])),
  keys: keys ?? null,
  notRestored: ['sessions', 'one-time links', 'rate-limit counters'],
});

type Usage = { readonly users: number; readonly readings: number };

const usage = async (sql: Db['sql']): Promise<Usage> => ({
  users: await sql.user.count(),
  readings: await sql.reading.count(),
});

const inUse = ({ users, readings }: Usage): boolean => users + readings > 0;

/** Null when done; what is there when somebody moved in since the check. */
function replaceAll({ prisma, dialect }: Database, file: string, force: boolean): Promise<Usage | null> {
  const replace = async (db: Db): Promise<Usage | null> => {
    await lockAll(db);
    const used = await usage(db.sql);
    if (!force && inUse(used)) return used;
    await whileChangeable(db, async () => {
      for (const table of [...passingTables, ...tableNames.toReversed()]) await run(db, `DELETE FROM "${table}"`);
    });
    await insertRows(db, (await readArchive(file)).rows);
    return null;
  };
  return prisma.$transaction((tx) => replace(within(tx, dialect)), { maxWait: 15_000, timeout: 600_000 });
}

const insertedAtOnce = 1_000;

async function insertRows(db: Db, rows: Rows): Promise<void> {
  let held: { table: TableName; rows: Row[] } | null = null;
  for await (const { table, row } of rows) {
    if (held !== null && (held.table !== table || held.rows.length === insertedAtOnce)) {
      await insert(db, held);
      held = null;
    }
    held ??= { table, rows: [] };
    held.rows.push(row);
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

/** SQLite's transaction has the file to itself already. */
async function lockAll(db: Db): Promise<void> {
  const all = [...passingTables, ...tableNames].map((name) => `"${name}"`);
  if (db.dialect === 'postgresql') await run(db, `LOCK TABLE ${all} IN ACCESS EXCLUSIVE MODE`);
}

/** Lifts the triggers that keep readings and audit entries append-only, inside the transaction: nobody else ever sees them lifted. */
async function whileChangeable(db: Db, work: () => Promise<void>): Promise<void> {
  if (db.dialect === 'postgresql') {
    for (const table of appendOnly) await run(db, `ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await work();
    for (const table of appendOnly) await run(db, `ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    return;
  }
  const triggers = await db.sql.$queryRaw<{ name: string; sql: string }[]>`
    SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`;
  for (const { name } of triggers) await run(db, `DROP TRIGGER "${name}"`);
  await work();
  for (const { sql } of triggers) await run(db, sql);
}

const appendOnly = ['Reading', 'ReviewRevision', 'AuditEntry'] as const;

const run = (db: Db, statement: string): Promise<number> => db.sql.$executeRawUnsafe(statement);
