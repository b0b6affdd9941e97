import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../drivers/db';
import { DatabaseRefusal } from '../drivers/errors';

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** A row of `_prisma_migrations`, as Prisma's own tool writes and reads it. */
export type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
  readonly rolled_back_at: unknown;
};

/** What either kind of database needs to be brought up to date. */
export type Job = {
  readonly url: string;
  readonly migrations: readonly Migration[];
  readonly mayCreate: boolean;
  readonly markerPath: string;
  /** How long to wait for another process that migrates. */
  readonly patienceMs: number;
};

/** The migrations that came with the code, oldest first. `root` is the directory that holds `prisma/`. */
export function migrationsOf(dialect: Dialect, root: string): Migration[] {
  const folder = join(root, 'prisma', dialect, 'migrations');
  if (!existsSync(folder)) {
    throw new DatabaseRefusal(
      `The folder ${folder} is missing, so the database cannot be prepared. Start the application from its own folder, or install it again.`,
    );
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .map(({ name, sql }) => ({ name, sql, checksum: createHash('sha256').update(sql).digest('hex') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is still to apply; refuses a database that this code must not touch. */
export function pending(ours: readonly Migration[], rows: readonly Applied[]): Migration[] {
  const live = rows.filter((row) => row.rolled_back_at === null);
  const halfway = live.find((row) => row.finished_at === null);
  if (halfway !== undefined) {
    throw new DatabaseRefusal(
      `The migration ${halfway.migration_name} was begun with another tool and never finished. Restore the last backup, or finish it with "npx prisma migrate resolve".`,
    );
  }
  for (const row of live) refuseForeign(ours, row);
  const done = new Set(live.map((row) => row.migration_name));
  return ours.filter((migration) => !done.has(migration.name));
}

function refuseForeign(ours: readonly Migration[], { migration_name: name, checksum }: Applied): void {
  const known = ours.find((migration) => migration.name === name);
  if (known === undefined) {
    throw new DatabaseRefusal(
      `The database is newer than this version of the application: it has the migration ${name}, which this version does not know. Start the newer version, or restore a backup made by this one.`,
    );
  }
  if (known.checksum !== checksum) {
    throw new DatabaseRefusal(
      `The migration ${name} was changed after it had been applied to this database, so its tables may not be what the code expects. Put the file prisma/*/migrations/${name}/migration.sql back as it was released.`,
    );
  }
}
