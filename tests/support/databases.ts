import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import type { Sealing } from '@/lib/adapters/db/chains/chain-key';
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

/** With `sealing` its chains are sealed, as in production. */
export type Fresh = (sealing?: Sealing) => Promise<TestDatabase>;

/** Runs the same tests on SQLite and on PostgreSQL; without a server the second half is skipped, loudly (see the global setup). */
export function onEachDatabase(tests: (fresh: Fresh, kind: Dialect) => void): void {
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

export async function freshSqlite(sealing?: Sealing): Promise<TestDatabase> {
  const dataDir = temporaryFolder();
  const url = `file:${join(dataDir, 'adoption.db')}`;
  await migrate({ url, dataDir });
  return opened({ url, dataDir, end: async () => {} }, sealing);
}

export async function freshPostgres(sealing?: Sealing): Promise<TestDatabase> {
  const dataDir = temporaryFolder();
  const { url, drop } = await postgresDatabase('migrated');
  return opened({ url, dataDir, end: drop }, sealing);
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

type Ending = { readonly url: string; readonly dataDir: string; readonly end: () => Promise<void> };

async function opened({ url, dataDir, end }: Ending, sealing?: Sealing): Promise<TestDatabase> {
  const onFault = (error: unknown) => console.error(error);
  const remember = { dataDir, now: () => new Date(), onFault, onGarbled: onFault };
  const database = await openDatabase(url, { remember, ...(sealing === undefined ? {} : { sealing }) });
  const opened = {
    ...{ ...database, url, dataDir },
    drop: async () => {
      await opened.close();
      await end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return opened;
}
