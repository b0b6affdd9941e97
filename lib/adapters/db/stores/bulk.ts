import { empty, join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client';
import type { ColumnType, Table } from '../backup/tables';
import type { Db, Dialect } from '../drivers/db';
import { runForEach } from '../drivers/prepared';

export type Value = string | number | Date | null;

/**
 * Inserts rows, however many there are, with one statement (Prisma's `createMany` takes three times as long and splits): they travel as
 * one JSON parameter, or in a transaction of SQLite by themselves. With `key`, a row whose key is there already takes its place.
 */
export async function insertAll(db: Db, { table, rows, key = [] }: Insert): Promise<number> {
  if (rows.length === 0) return 0;
  const { sql: client, dialect, inTransaction } = db;
  const columns = Object.entries(table.columns);
  const lists = rows.map((row) => columns.map(([name]) => written(row[name] ?? null, dialect)));
  const into = sql`INSERT INTO ${quoted(table.name)} (${join(columns.map(([name]) => quoted(name)))})`;
  if (dialect === 'sqlite' && inTransaction) {
    const each = sql`${into} VALUES (${raw(columns.map(() => '?').join())}) ${replacing(columns, key)}`;
    return runForEach(lists, each.sql, (statement, name) => client.$executeRawUnsafe(statement, name));
  }
  const json = JSON.stringify(lists);
  const values = columns.map(([, type], index) => valueAt(index, type, dialect));
  // `jsonb_each` hands rows out parsed; `json_each` would have each of a row's columns parse it again.
  const elements = dialect === 'sqlite' ? sql`jsonb_each(${json})` : sql`json_array_elements(${json}::json)`;
  return client.$executeRaw`${into} SELECT ${join(values)} FROM ${elements} WHERE true ${replacing(columns, key)}`;
}

type Insert = {
  readonly table: Table;
  readonly rows: readonly Readonly<Record<string, Value>>[];
  readonly key?: readonly string[];
};

/** Both databases keep UTC; SQLite keeps it as text, in exactly the form Prisma's adapter writes. */
const written = (value: Value, dialect: Dialect): string | number | null =>
  value instanceof Date ? instantText(value, dialect) : value;

export const instantText = (instant: Date, dialect: Dialect): string =>
  dialect === 'sqlite' ? instant.toISOString().replace('Z', '+00:00') : instant.toISOString();

const postgresTypes = { text: 'text', integer: 'integer', real: 'double precision', instant: 'timestamp(3)' } as const;

function valueAt(index: number, type: ColumnType, dialect: Dialect): Sql {
  return dialect === 'sqlite' ? raw(`value ->> ${index}`) : raw(`(value ->> ${index})::${postgresTypes[type]}`);
}

function replacing(columns: readonly [string, ColumnType][], key: readonly string[]): Sql {
  if (key.length === 0) return empty;
  const others = columns.filter(([name]) => !key.includes(name));
  const assignments = others.map(([name]) => raw(`"${name}" = excluded."${name}"`));
  return sql`ON CONFLICT (${join(key.map(quoted))}) DO UPDATE SET ${join(assignments)}`;
}

const quoted = (name: string): Sql => raw(`"${name}"`);
