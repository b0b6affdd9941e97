import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { commandLine } from '@/lib/process';
import { DatabaseRefusal, DatabaseUnavailable } from '../drivers/errors';
import { fileOf } from '../drivers/location';
import { closeToOthers } from './close-to-others';
import { makeFolder } from './make-folder';
import { type Applied, type Job, pending } from './migrations';

export async function migrateSqlite(job: Job): Promise<string[]> {
  const file = fileOf(job.url);
  if (!existsSync(file)) refuseEmpty(job, file);
  try {
    makeFolder(dirname(file));
    closeToOthers(file);
    const db = new Database(file, { timeout: 15_000 });
    try {
      await switchToLog(db);
      return apply(db, job, file);
    } finally {
      db.close();
    }
  } catch (error) {
    throw inWords(error, file);
  }
}

/** Switching to the write-ahead log needs the file alone for a moment, and does not wait for it by itself. */
async function switchToLog(db: Database.Database, left = 200): Promise<void> {
  try {
    db.pragma('journal_mode = WAL');
    return;
  } catch (error) {
    if (left === 0 || !(codeOf(error) ?? '').startsWith('SQLITE_BUSY')) throw error;
  }
  await sleep(25 + Math.random() * 50);
  return switchToLog(db, left - 1);
}

function apply(db: Database.Database, job: Job, file: string): string[] {
  // Has no effect inside a transaction; Prisma's migrations rebuild tables, which would break references halfway.
  db.pragma('foreign_keys = OFF');
  db.pragma('synchronous = FULL');
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DatabaseRefusal(damaged(file));
  return db.transaction(() => applyPending(db, job, file)).immediate();
}

function applyPending(db: Database.Database, job: Job, file: string): string[] {
  if (isEmpty(db)) refuseEmpty(job, file);
  db.exec(bookkeeping);
  const todo = pending(job.migrations, db.prepare<[], Applied>('SELECT * FROM "_prisma_migrations"').all());
  const note = db.prepare(
    'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)',
  );
  for (const { name, sql, checksum } of todo) {
    const startedAt = Date.now();
    db.exec(sql);
    note.run(randomUUID(), checksum, name, startedAt, Date.now());
  }
  if (todo.length > 0) refuseLooseEnds(db);
  return todo.map((migration) => migration.name);
}

const isEmpty = (db: Database.Database): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`).get() === undefined;

/** As Prisma's own tool creates it, so that `prisma migrate status` understands the database. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

function refuseLooseEnds(db: Database.Database): void {
  const loose = db.pragma('foreign_key_check');
  if (Array.isArray(loose) && loose.length > 0) {
    throw new DatabaseRefusal(
      'A migration would have left rows that point at nothing, so it was undone and the database is as before. Report this with the version you came from.',
    );
  }
}

function refuseEmpty({ mayCreate, markerPath }: Job, file: string): void {
  if (mayCreate) return;
  throw new DatabaseRefusal(
    `The database ${file} is missing or empty although it existed before. Put it back, or restore a backup with "${commandLine('restore FILE')}". Only if you really want to start empty, delete ${markerPath}.`,
  );
}

const damaged = (file: string): string =>
  `The database ${file} is damaged or is no SQLite database. Move it away together with its -wal and -shm files and restore the last backup with "${commandLine('restore FILE')}".`;

function inWords(error: unknown, file: string): unknown {
  const code = codeOf(error) ?? '';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new DatabaseRefusal(damaged(file));
  if (code.startsWith('SQLITE_BUSY'))
    return new DatabaseUnavailable('the database is locked by another program', 'locked');
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/.test(code)) {
    return new DatabaseRefusal(
      `The disk that the database ${file} is on is full (${code}). Make room, then start again.`,
    );
  }
  if (
    /^(SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG|EMFILE|EIO)/.test(
      code,
    )
  ) {
    return new DatabaseRefusal(
      `The database ${file} cannot be opened for writing (${code}). Check that the folder exists and that this user may write into it.`,
    );
  }
  return error;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
