import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { commandLine } from '@/lib/process';
import { DatabaseRefusal, DatabaseUnavailable } from '../drivers/errors';
import { onOneConnection } from '../postgres/connect';
import { quoted, schemaOf } from '../postgres/session';
import { type Applied, type Job, type Migration, pending } from './migrations';

/** The lock that Prisma's own tool takes, so that the two never migrate at once. */
const lockId = 72_707_369;

type Work = Job & { readonly client: Client; readonly schema: string };

/** What is up to date is only read, so that a stand-by serves for that and a user that may create nothing. */
export const migratePostgres = (job: Job): Promise<string[]> =>
  onOneConnection(job.url, async ({ client, address }) => {
    const work = { ...job, client, schema: await schemaOf(client, address) };
    const applied = await appliedTo(work);
    if (applied !== null && pending(job.migrations, applied).length === 0) return [];
    return migrateAlone(work);
  });

/** One transaction, whose lock ends with it: a session's lock would stay behind on a connection of a pooler. */
async function migrateAlone(work: Work): Promise<string[]> {
  const { client } = work;
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    await takeTurn(work);
    await chooseSchema(work);
    const names = await applyPending(work);
    await client.query('COMMIT');
    return names;
  } catch (error) {
    // On a connection that broke, the rollback fails too, and the first cause is the one to tell.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function takeTurn({ client, patienceMs }: Work): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${Math.round(patienceMs)}`);
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockId]);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '55P03')) throw error;
    throw new DatabaseUnavailable(
      `another process has been preparing this database for ${Math.round(patienceMs / 1000)} s: wait until it is done, or end its session (pg_stat_activity, pg_locks with objid ${lockId})`,
      'locked',
    );
  }
}

/** Asked for first: who owns a schema need not have the right to create one. */
async function chooseSchema({ client, schema }: Work): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rowCount === 0) await client.query(`CREATE SCHEMA ${quoted(schema)}`);
  await client.query(`SET LOCAL search_path TO ${quoted(schema)}`);
}

async function applyPending(work: Work): Promise<string[]> {
  const { client, migrations, mayCreate, markerPath } = work;
  const found = await appliedTo(work);
  if (found === null && !mayCreate) {
    throw new DatabaseRefusal(
      `The PostgreSQL database is empty although it held data before. Check that DATABASE_URL names the right server and database, or restore a backup with "${commandLine('restore FILE')}". Only if you really want to start empty, delete ${markerPath}.`,
    );
  }
  if (found === null) await client.query(bookkeeping);
  const todo = pending(migrations, found ?? []);
  for (const migration of todo) await applyOne(client, migration);
  return todo.map((migration) => migration.name);
}

/** What was applied so far; null before the first. */
async function appliedTo({ client, schema }: Work): Promise<Applied[] | null> {
  const table = `${quoted(schema)}."_prisma_migrations"`;
  const { rows } = await client.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS "exists"', [table]);
  return rows[0]?.exists ? (await client.query<Applied>(`SELECT * FROM ${table}`)).rows : null;
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query(
    'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)',
    [randomUUID(), checksum, name],
  );
}

/** As Prisma's own tool creates it, so that `prisma migrate status` understands the database. */
const bookkeeping = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;
