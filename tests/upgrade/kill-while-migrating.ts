import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { expect } from 'vitest';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import type { Place } from '../support/databases';

/** Starts today's migrations with a slow one behind them, and kills the process when it is there. */
export async function killWhileMigrating(kind: Dialect, { url, dataDir }: Place): Promise<void> {
  const root = withSlowMigration(kind, join(dataDir, 'root'));
  const script = ['tests/upgrade/children/migrate-from.ts', url, dataDir, root];
  const child = spawn(process.execPath, ['--import', 'tsx', ...script], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await (kind === 'sqlite' ? heldFile(fileOf(url)) : heldLock(url));
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

function withSlowMigration(kind: Dialect, root: string): string {
  const migrations = join('prisma', kind, 'migrations');
  cpSync(migrations, join(root, migrations), { recursive: true });
  const slow = join(root, migrations, '29990101000000_slow');
  mkdirSync(slow);
  writeFileSync(join(slow, 'migration.sql'), slowly[kind]);
  return root;
}

// A PostgreSQL finishes the statement of a client that is gone before it notices.
const slowly: Readonly<Record<Dialect, string>> = {
  postgresql: 'SELECT pg_sleep(6);',
  sqlite:
    'WITH RECURSIVE "n" ("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < 1e12) SELECT COUNT(*) FROM "n";',
};

/** Nobody else may write for half a second on end: longer than all migrations but the slow one take. */
async function heldFile(file: string): Promise<void> {
  const db = new Database(file, { timeout: 0 });
  for (let held = 0; held < 10; ) {
    held = mayWrite(db) ? 0 : held + 1;
    await wait(50);
  }
  db.close();
}

function mayWrite(db: Database.Database): boolean {
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

async function heldLock(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const sleeping = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'`;
  while ((await client.query(sleeping)).rowCount === 0) await wait(25);
  await client.end();
}
