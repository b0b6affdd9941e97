import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;

const mostKept = 200;

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
  Reflect.set(client, 'prepare', (sql: string) => bindable(statementFor(sql)));
  return adapter;
}

/** What Prisma's adapter does with a statement. Binding for good, as it does, would make a statement good for one use only. */
const bindable = (statement: Database.Statement) => ({
  bind: (args: readonly unknown[]) => ({
    reader: statement.reader,
    columns: () => statement.columns(),
    raw: () => ({ all: () => statement.raw().all(...args) }),
    run: () => statement.run(...args),
  }),
});
