import type { Database } from 'better-sqlite3';
import type { Client } from 'pg';
import { dialectOf, fileOf } from '../drivers/location';
import { onOneConnection } from '../postgres/connect';
import { quoted, schemaOf } from '../postgres/session';
import type { Value } from '../stores/bulk';
import type { Rows } from './table-rows';
import { type ColumnType, type Table, tableNames, tables } from './tables';

/** A database as it was at one moment: `schema` is the last migration applied to it. */
export type Moment = { readonly schema: string; readonly rows: Rows };

/** Shows `work` the database as it is now, with the one driver that its URL asks for, on a connection of its own, while the server goes on writing. */
export const atOneMoment = <T>(url: string, work: (moment: Moment) => Promise<T>): Promise<T> =>
  dialectOf(url) === 'postgresql' ? postgresMoment(url, work) : sqliteMoment(url, work);

const lastMigration = (schema: string) =>
  `SELECT MAX("migration_name") AS "name" FROM ${schema}"_prisma_migrations" WHERE "rolled_back_at" IS NULL`;

async function sqliteMoment<T>(url: string, work: (moment: Moment) => Promise<T>): Promise<T> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(fileOf(url), { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    // In the write-ahead log a reader keeps seeing the moment of its first read until its transaction ends.
    db.exec('BEGIN');
    const schema = db.prepare<[], string>(lastMigration('')).pluck().get() ?? '';
    return await work({ schema, rows: sqliteRows(db) });
  } finally {
    db.close();
  }
}

async function* sqliteRows(db: Database): Rows {
  for (const name of tableNames) {
    const { columns, order } = tables[name];
    const list = Object.keys(columns).map(quoted);
    const select = db.prepare<[], Raw[]>(`SELECT ${list} FROM ${quoted(name)} ORDER BY ${order.map(quoted)}`).raw();
    for (const values of select.iterate()) yield { table: name, row: rowOf(tables[name], values) };
  }
}

const postgresMoment = <T>(url: string, work: (moment: Moment) => Promise<T>): Promise<T> =>
  onOneConnection(url, async ({ client, address }) => {
    const place = await schemaOf(client, address);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string | null }>(lastMigration(`${quoted(place)}.`));
    return work({ schema: rows[0]?.name ?? '', rows: postgresRows(client, place) });
  });

async function* postgresRows(client: Client, schema: string): Rows {
  for (const name of tableNames) {
    const { columns, order }: Table = tables[name];
    // As text, because the driver would read an instant without zone as local time; "C" orders as SQLite does.
    const list = Object.entries(columns).map(([column, type]) =>
      type === 'instant' ? `${quoted(column)}::text` : quoted(column),
    );
    const sorted = order.map((column) => `${quoted(column)}${columns[column] === 'text' ? ' COLLATE "C"' : ''}`);
    const select = `SELECT ${list} FROM ${quoted(schema)}.${quoted(name)} ORDER BY ${sorted}`;
    await client.query(`DECLARE walk NO SCROLL CURSOR FOR ${select}`);
    for (;;) {
      const { rows } = await client.query<Raw[]>({ text: 'FETCH 500 FROM walk', rowMode: 'array' });
      for (const values of rows) yield { table: name, row: rowOf(tables[name], values) };
      if (rows.length === 0) break;
    }
    await client.query('CLOSE walk');
  }
}

type Raw = string | number | null;

const rowOf = ({ columns }: Table, values: readonly Raw[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(columns).map(([name, type], index) => [name, typed(type, values[index] ?? null)]));

function typed(type: ColumnType, raw: Raw): Value {
  if (type !== 'instant' || raw === null) return raw;
  const text = String(raw);
  return new Date(/[+Z]/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
}
