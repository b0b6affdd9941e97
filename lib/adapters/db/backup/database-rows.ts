import type { Database } from 'better-sqlite3';
import type { Client } from 'pg';
import { dialectOf, fileOf } from '../drivers/location';
import { onOneConnection } from '../postgres/connect';
import { quoted, schemaOf } from '../postgres/session';
import type { Value } from '../stores/bulk';
import { type Row, type Rows, rowsAtOnce, type TableRow } from './table-rows';
import { type Table, type TableName, tableNames, tables } from './tables';

/** A database as it was at one moment: `schema` is the last migration applied to it. */
export type Moment = { readonly schema: string; readonly rows: Rows };

/** What of a database is looked at, in the order of `tables`. */
export type Looked = Readonly<Partial<Record<TableName, Table>>>;

/** Shows `work` the database as it is now, or what it looks at of it, with the one driver that its URL asks for, on a connection of its own, while the server goes on writing. */
export const atOneMoment = <T>(
  url: string,
  work: (moment: Moment) => Promise<T>,
  looked: Looked = tables,
): Promise<T> => (dialectOf(url) === 'postgresql' ? postgresMoment : sqliteMoment)(url, work, looked);

const lastMigration = (schema: string) =>
  `SELECT MAX("migration_name") AS "name" FROM ${schema}"_prisma_migrations" WHERE "rolled_back_at" IS NULL`;

async function sqliteMoment<T>(url: string, work: (moment: Moment) => Promise<T>, looked: Looked): Promise<T> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(fileOf(url), { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    // In the write-ahead log a reader keeps seeing the moment of its first read until its transaction ends.
    db.exec('BEGIN');
    const schema = db.prepare<[], string>(lastMigration('')).pluck().get() ?? '';
    return await work({ schema, rows: sqliteRows(db, looked) });
  } finally {
    db.close();
  }
}

async function* sqliteRows(db: Database, looked: Looked): Rows {
  for (const [name, table] of entriesOf(looked)) {
    const list = Object.keys(table.columns).map(quoted);
    const select = db.prepare<[], Raw[]>(`SELECT ${list} FROM ${quoted(name)} ORDER BY ${table.order.map(quoted)}`);
    const rowOf = rowMaker(table);
    let some: TableRow[] = [];
    for (const values of select.raw().iterate()) {
      some.push({ table: name, row: rowOf(values) });
      if (some.length < rowsAtOnce) continue;
      yield some;
      some = [];
    }
    yield some;
  }
}

const entriesOf = (looked: Looked) =>
  tableNames.flatMap((name) => {
    const table = looked[name];
    return table === undefined ? [] : [[name, table] as const];
  });

const postgresMoment = <T>(url: string, work: (moment: Moment) => Promise<T>, looked: Looked): Promise<T> =>
  onOneConnection(url, async ({ client, address }) => {
    const place = await schemaOf(client, address);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string | null }>(lastMigration(`${quoted(place)}.`));
    return work({ schema: rows[0]?.name ?? '', rows: postgresRows(client, place, looked) });
  });

async function* postgresRows(client: Client, schema: string, looked: Looked): Rows {
  for (const [name, table] of entriesOf(looked)) {
    const { columns, order } = table;
    const rowOf = rowMaker(table);
    // As text, because the driver would read an instant without zone as local time; "C" orders as SQLite does.
    const list = Object.entries(columns).map(([column, type]) =>
      type === 'instant' ? `${quoted(column)}::text` : quoted(column),
    );
    const sorted = order.map((column) => `${quoted(column)}${columns[column] === 'text' ? ' COLLATE "C"' : ''}`);
    const select = `SELECT ${list} FROM ${quoted(schema)}.${quoted(name)} ORDER BY ${sorted}`;
    await client.query(`DECLARE walk NO SCROLL CURSOR FOR ${select}`);
    for (;;) {
      const { rows } = await client.query<Raw[]>({ text: `FETCH ${rowsAtOnce} FROM walk`, rowMode: 'array' });
      yield rows.map((values) => ({ table: name, row: rowOf(values) }));
      if (rows.length === 0) break;
    }
    await client.query('CLOSE walk');
  }
}

type Raw = string | number | null;

/** A loop, because a history of fifty years has a hundred thousand rows. */
function rowMaker({ columns }: Table): (values: readonly Raw[]) => Row {
  const named = Object.entries(columns);
  return (values) => {
    const row: Record<string, Value> = {};
    let index = 0;
    for (const [name, type] of named) {
      const raw = values[index++] ?? null;
      row[name] = type === 'instant' && raw !== null ? instantIn(String(raw)) : raw;
    }
    return row;
  };
}

const instantIn = (text: string): Date => new Date(/[+Z]/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
