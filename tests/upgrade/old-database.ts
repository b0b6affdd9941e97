import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { type Place, unmigrated } from '../support/databases';

const folder = fileURLToPath(new URL('from-01299b9/', import.meta.url));

type Made = {
  readonly madeAt: string;
  readonly tokens: Readonly<Record<'write' | 'read' | 'revoked', string>>;
  /** The cookie of a browser that was signed in as Vera. */
  readonly session: string;
  readonly reviews: Readonly<Record<'draft' | 'reopened' | 'completed', string>>;
  readonly verified: string;
  readonly secrets: Readonly<Record<'AUTH_SECRET' | 'ENCRYPTION_KEY', string>>;
};

/** What was put into the databases and cannot be read out of them. */
export const facts: {
  readonly password: string;
  readonly enpassToken: string;
} & Readonly<Record<Dialect, Made>> = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));

/** Made by 01299b9: from its SQLite without and with its keys, and from its PostgreSQL. */
export const oldBackup = (name: 'plain' | 'with-keys' | 'from-postgresql'): string => join(folder, `${name}.backup`);

/** What an operator has to set with it. */
export type OldPlace = Place & { readonly env: Readonly<Record<string, string>> };

/** A copy of the database that 01299b9 left behind, with its data folder. */
export async function oldDatabase(kind: Dialect): Promise<OldPlace> {
  const place = await emptyPlace(kind);
  if (kind === 'postgresql')
    await run(place.url, gunzipSync(readFileSync(join(folder, 'postgresql.sql.gz'))).toString());
  else {
    writeFileSync(fileOf(place.url), gunzipSync(readFileSync(join(folder, 'data/adoption.db.gz'))));
    for (const name of ['auth-secret', 'encryption-key']) {
      copyFileSync(join(folder, 'data', name), join(place.dataDir, name));
    }
  }
  return place;
}

/** Nothing yet, with what an operator sets. */
export async function emptyPlace(kind: Dialect): Promise<OldPlace> {
  const place = await unmigrated(kind);
  const given = kind === 'postgresql' ? { DATABASE_URL: place.url, ...facts.postgresql.secrets } : {};
  return { ...place, env: { DATA_DIR: place.dataDir, ...given } };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

type Row = Readonly<Record<string, unknown>>;
export type Contents = Readonly<Record<string, readonly Row[]>>;

/** Every row of every table but the bookkeeping of migrations, as the database itself hands them out. */
export async function contentsOf(place: Place): Promise<Contents> {
  return place.url.startsWith('file:') ? sqliteContents(fileOf(place.url)) : postgresContents(place.url);
}

function sqliteContents(file: string): Contents {
  const db = new Database(file, { readonly: true });
  const names = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  const contents = names
    .filter(isOurs)
    .map((name) => [name, db.prepare<[], Row>(`SELECT * FROM "${name}"`).all()] as const);
  db.close();
  return Object.fromEntries(contents);
}

async function postgresContents(url: string): Promise<Contents> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public'`;
  const { rows } = await client.query<{ name: string }>(tables);
  const contents: [string, Row[]][] = [];
  for (const { name } of rows.filter((row) => isOurs(row.name))) {
    contents.push([name, (await client.query<Row>(`SELECT * FROM public."${name}"`)).rows]);
  }
  await client.end();
  return Object.fromEntries(contents);
}

const isOurs = (table: string): boolean => !/^(_|sqlite_)/.test(table);

/** Rows as lines, in an order of their own: those of `contents` as far as `like` has their tables and columns. */
export const linesOf = (contents: Contents, like: Contents = contents): Readonly<Record<string, string[]>> =>
  Object.fromEntries(
    Object.entries(like).map(([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {});
      return [table, (contents[table] ?? []).map((row) => JSON.stringify(columns.map((name) => row[name]))).sort()];
    }),
  );
