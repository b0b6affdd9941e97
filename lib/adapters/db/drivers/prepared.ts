import { randomUUID } from 'node:crypto';
import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;

const mostKept = 200;

export type Row = readonly (string | number | null)[];

const forEachRow = '/* for each row */ ';
const handedOver = new Map<string, readonly Row[]>();

/**
 * Has `execute` run a statement once for each row, on a connection that keeps what it prepared. Only the rows' name goes through Prisma,
 * which would write them down as JSON and read them again, for SQLite to do so once more: that takes longer than the writing. Each row
 * stands for itself, so this belongs into a transaction.
 */
export async function runForEach<T>(
  rows: readonly Row[],
  statement: string,
  execute: (statement: string, name: string) => Promise<T>,
): Promise<T> {
  const name = randomUUID();
  handedOver.set(name, rows);
  try {
    return await execute(forEachRow + statement, name);
  } finally {
    handedOver.delete(name);
  }
}

/** How many rows a statement is to be run for; 0 for one that runs by itself. */
export const rowsHandedTo = ({ sql, args: [name] }: { sql: string; args: readonly unknown[] }): number =>
  sql.startsWith(forEachRow) ? (handedOver.get(String(name))?.length ?? 0) : 0;

/**
 * Lets a connection keep what it prepared: Prisma's adapter has SQLite read every statement anew, which takes longer than
 * most of ours take to run. When the schema has changed, SQLite reads a kept statement again by itself; only `SELECT *` would not
 * notice, and nothing here asks so.
 */
export function keepPrepared(adapter: Adapter): Adapter {
  const client: unknown = Reflect.get(adapter, 'client');
  if (!(client instanceof Database)) return adapter;
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, Database.Statement>();
  const statementFor = (sql: string) => {
    const statement = kept.get(sql) ?? prepare(sql);
    const [oldest] = kept.keys();
    if (!kept.has(sql) && kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(sql, statement);
    return statement;
  };
  Reflect.set(client, 'prepare', (sql: string) => bindable(statementFor(sql), sql.startsWith(forEachRow)));
  return adapter;
}

/** What Prisma's adapter does with a statement. Binding for good, as it does, would make a statement good for one use only. */
const bindable = (statement: Database.Statement, eachRow: boolean) => ({
  bind: (args: readonly unknown[]) => ({
    reader: statement.reader,
    columns: () => statement.columns(),
    raw: () => ({ all: () => statement.raw().all(...args) }),
    run: () => (eachRow ? runEach(statement, args) : statement.run(...args)),
  }),
});

function runEach(statement: Database.Statement, [name]: readonly unknown[]): Database.RunResult {
  const rows = handedOver.get(String(name));
  if (rows === undefined) throw new TypeError('these rows were not handed over');
  let result: Database.RunResult = { changes: 0, lastInsertRowid: 0 };
  for (const row of rows) {
    const { changes, lastInsertRowid } = statement.run(row);
    result = { changes: result.changes + changes, lastInsertRowid };
  }
  return result;
}
