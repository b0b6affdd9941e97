import { resolve } from 'node:path';
import type { Dialect } from '../drivers/db';
import { dialectOf } from '../drivers/location';
import { migrationsOf } from './migrations';
import { usedMarkerOf } from './used-marker';

export type MigrateOptions = {
  readonly url: string;
  readonly dataDir: string;
  /** The directory that holds `prisma/`; the working directory by default. */
  readonly root?: string;
  /** For a restore: an empty database is fine although one existed here before. */
  readonly mayReplaceMissing?: boolean;
  /** How long to wait for another process that migrates a PostgreSQL. */
  readonly patienceMs?: number;
};

/**
 * Brings the database to this code's schema, creating it on the first start; any number of processes may do it at once.
 * Answers the names of the migrations it applied. Throws `DatabaseRefusal` (cause and cure in its message) or `DatabaseUnavailable`.
 */
export async function migrate({
  url,
  dataDir,
  root,
  mayReplaceMissing = false,
  patienceMs = 60_000,
}: MigrateOptions): Promise<string[]> {
  const dialect = dialectOf(url);
  // Where the server runs is not for Turbopack to look into.
  const migrations = migrationsOf(dialect, resolve(/*turbopackIgnore: true*/ root ?? '.'));
  const marker = usedMarkerOf(url, resolve(/*turbopackIgnore: true*/ dataDir));
  const mayCreate = mayReplaceMissing || !marker.exists;
  const run = await applierFor(dialect);
  const applied = await run({ url, migrations, mayCreate, markerPath: marker.path, patienceMs });
  marker.set();
  return applied;
}

/** Loads one driver only: nobody waits for the other, or needs it installed. */
const applierFor = async (dialect: Dialect) =>
  dialect === 'postgresql'
    ? (await import('./migrate-postgres')).migratePostgres
    : (await import('./migrate-sqlite')).migrateSqlite;
