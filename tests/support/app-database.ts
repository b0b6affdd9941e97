import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { createDatabase, dropDatabase } from './postgres-databases';

export type Row = Readonly<Record<string, unknown>>;

/** Where an application keeps its rows. */
export type AppDatabase = {
  /** On a server; blank for a file. */
  readonly name: string;
  /** What the application must be told of it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs a statement beside the application. */
  query(sql: string): Promise<Row[]>;
  drop(): Promise<void>;
};

/** The file in the data folder, as without any setting. */
export function sqliteIn(dataDir: string): AppDatabase {
  const query = async (sql: string) => {
    // A reader that may write would tidy up the log of a server that was killed.
    const db = new Database(join(dataDir, 'adoption.db'), { readonly: /^select\b/i.test(sql) });
    try {
      const statement = db.prepare<[], Row>(sql);
      if (statement.reader) return statement.all();
      statement.run();
      return [];
    } finally {
      db.close();
    }
  };
  return { name: '', env: {}, query, drop: async () => {} };
}

/** A database of its own on a PostgreSQL server, empty or a copy. */
export async function postgresOn(serverUrl: string, template: string | undefined): Promise<AppDatabase> {
  const name = `adoption_app_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(serverUrl, name, template);
  const query = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return { name, env: { DATABASE_URL: url, ...secrets }, query, drop: () => dropDatabase(serverUrl, name) };
}

/** With PostgreSQL the operator sets them. */
const secrets = { AUTH_SECRET: 'kZ4rWq8nT1vBx6mJ0cLs9dFgHy2uPaE5', ENCRYPTION_KEY: 'Qm7tYc3bNz9kRf5wVh1xLj8sDg4aUe6P' };
