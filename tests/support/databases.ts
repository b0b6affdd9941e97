import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { type Database, openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { createDatabase, dropDatabase } from './postgres-databases';

/** An empty, migrated database of its own. `drop` ends it. */
export type TestDatabase = Database & {
  readonly url: string;
  readonly dataDir: string;
  drop(): Promise<void>;
};

/** Runs the same tests on SQLite and on PostgreSQL; without a server the second half is skipped, loudly (see the global setup). */
export function onEachDatabase(tests: (fresh: () => Promise<TestDatabase>, kind: Dialect) => void): void {
  describe('on SQLite', () => tests(freshSqlite, 'sqlite'));
  describe.skipIf('missing' in inject('postgres'))('on PostgreSQL', () => tests(freshPostgres, 'postgresql'));
}

/** One database for all tests of a `describe` or a file, under one name. */
export function databasePerFile(fresh: () => Promise<TestDatabase>): TestDatabase {
  const database = {} as TestDatabase;
  beforeAll(async () => {
    Object.assign(database, await fresh());
  });
  afterAll(() => database.drop());
  return database;
}

/** A database of its own for each test, under one name. */
export function databasePerTest(fresh: () => Promise<TestDatabase>): TestDatabase {
  const database = {} as TestDatabase;
  beforeEach(async () => {
    Object.assign(database, await fresh());
  });
  afterEach(() => database.drop());
  return database;
}

/** The same for a place where a database could be. */
export function unmigratedPerTest(kind: Dialect): Place {
  const place = {} as Place;
  beforeEach(async () => {
    Object.assign(place, await unmigrated(kind));
  });
  afterEach(() => place.drop());
  return place;
}

export async function freshSqlite(): Promise<TestDatabase> {
  const dataDir = temporaryFolder();
  const url = `file:${join(dataDir, 'adoption.db')}`;
  await migrate({ url, dataDir });
  return opened(url, dataDir, async () => {});
}

export async function freshPostgres(): Promise<TestDatabase> {
  const dataDir = temporaryFolder();
  const { url, drop } = await postgresDatabase('migrated');
  return opened(url, dataDir, drop);
}

export type Place = { readonly url: string; readonly dataDir: string; drop(): Promise<void> };

/** Where a database could be: nothing has been created there by us yet. */
export async function unmigrated(kind: Dialect): Promise<Place> {
  const dataDir = temporaryFolder();
  const { url, drop } =
    kind === 'postgresql'
      ? await postgresDatabase('empty')
      : { url: `file:${join(dataDir, 'adoption.db')}`, drop: async () => {} };
  return {
    url,
    dataDir,
    drop: async () => {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function postgresDatabase(state: 'empty' | 'migrated') {
  const server = inject('postgres');
  if ('missing' in server) throw new Error(server.missing);
  const name = `adoption_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(server.url, name, state === 'migrated' ? server.template : undefined);
  return { url, drop: () => dropDatabase(server.url, name) };
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'adoption-test-'));

async function opened(url: string, dataDir: string, end: () => Promise<void>): Promise<TestDatabase> {
  const onFault = (error: unknown) => console.error(error);
  const remember = { dataDir, now: () => new Date(), onFault, onGarbled: onFault };
  const database = await openDatabase(url, { remember });
  const drop = async () => {
    await database.close();
    await end();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...database, url, dataDir, drop };
}
