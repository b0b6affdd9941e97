import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DatabaseRefusal } from '../drivers/errors';
import { driverError } from '../drivers/postgres-away';
import { type Applied, type Job, type Migration, pending } from './migrations';

/** The lock that Prisma's own tool takes, so that the two never migrate at once. */
const lockId = 72_707_369;

export async function migratePostgres(job: Job): Promise<string[]> {
  const client = new pg.Client({ connectionString: job.url, connectionTimeoutMillis: 10_000 });
  // Without a listener a connection that breaks while idle would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [lockId]);
    await chooseSchema(client, new URL(job.url).searchParams.get('schema'));
    return await applyPending(client, job);
  } catch (error) {
    throw inWords(error, new URL(job.url));
  } finally {
    await client.end();
  }
}

async function chooseSchema(client: pg.Client, schema: string | null): Promise<void> {
  if (schema === null) return;
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)}`);
  await client.query(`SET search_path TO ${client.escapeIdentifier(schema)}`);
}

async function applyPending(client: pg.Client, job: Job): Promise<string[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NULL AS "isEmpty"`);
  if (found[0].isEmpty && !job.mayCreate) {
    throw new DatabaseRefusal(
      `The PostgreSQL database is empty although it held data before. Check that DATABASE_URL names the right server and database, or restore a backup with "npm run cli -- restore FILE". Only if you really want to start empty, delete ${job.markerPath}.`,
    );
  }
  await client.query(bookkeeping);
  const { rows } = await client.query<Applied>('SELECT * FROM "_prisma_migrations"');
  const todo = pending(job.migrations, rows);
  for (const migration of todo) await applyOne(client, migration);
  return todo.map((migration) => migration.name);
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, now(), clock_timestamp(), 1)',
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** As Prisma's own tool creates it, so that `prisma migrate status` understands the database. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

function inWords(error: unknown, { host, pathname }: URL): unknown {
  if (error instanceof DatabaseRefusal) return error;
  const database = decodeURIComponent(pathname.slice(1));
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case '3D000':
      return new DatabaseRefusal(
        `The PostgreSQL server ${host} has no database "${database}". Create it (createdb "${database}"), or correct DATABASE_URL.`,
      );
    case '28P01':
    case '28000':
      return new DatabaseRefusal(
        `The PostgreSQL server ${host} refused the user or password in DATABASE_URL. Correct them; they may need percent-encoding.`,
      );
    case '42501':
      return new DatabaseRefusal(
        `The user in DATABASE_URL may not create tables in the database "${database}". Make it the owner: ALTER DATABASE "${database}" OWNER TO that user.`,
      );
  }
  return driverError(error);
}
