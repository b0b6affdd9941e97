import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import pg from 'pg';
import { describe, expect, inject, test, vi } from 'vitest';
import { rootDb } from '@/lib/adapters/db/drivers/db';
import { DatabaseUnavailable } from '@/lib/adapters/db/drivers/errors';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { postgresAdapter } from '@/lib/adapters/db/drivers/postgres-adapter';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { sqliteAdapter } from '@/lib/adapters/db/drivers/sqlite-adapter';
import { PrismaClient } from '@/lib/adapters/db/generated/postgresql/client';
import type { PrismaClient as SqliteClient } from '@/lib/adapters/db/generated/sqlite/client';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { createStore } from '@/lib/adapters/db/stores/create-store';
import { freshSqlite, postgresDatabase, temporaryFolder } from '@/tests/support/databases';
import { startProxy } from '@/tests/support/proxy';
import { anOrganisation } from '../rows';

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL that goes away', () => {
  test('is unavailable at once in every kind of call, and works again when it is back, without a restart', async () => {
    const { url, drop } = await postgresDatabase('migrated');
    const proxy = await startProxy(new URL(url));
    const { store, close } = await openDatabase(proxy.url);
    const acme = await anOrganisation(store);
    await proxy.cut();
    const begun = performance.now();
    const calls = [
      () => store.ping(),
      () => store.organisations.first(),
      () => store.settings.set(acme, 'a', '1'),
      () => store.atomically((inner) => inner.settings.get(acme, 'a')),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await proxy.restore();
    expect(await store.organisations.byId(acme)).not.toBeNull();
    await store.settings.set(acme, 'a', '1');
    await close();
    await proxy.stop();
    await drop();
  });

  test('in the middle of a transaction undoes it and says unavailable', async () => {
    const { url, drop } = await postgresDatabase('migrated');
    const proxy = await startProxy(new URL(url));
    const { store, close } = await openDatabase(proxy.url);
    const acme = await anOrganisation(store);
    const cut = store.atomically(async (inner) => {
      await inner.settings.set(acme, 'a', '1');
      await proxy.cut();
      await inner.settings.set(acme, 'b', '2');
    });
    await expect(cut).rejects.toBeInstanceOf(DatabaseUnavailable);
    await proxy.restore();
    expect(await store.settings.get(acme, 'a')).toBeNull();
    await close();
    await proxy.stop();
    await drop();
  });

  test('for longer than a transaction may take, behind somebody’s lock, undoes it and says unavailable', async () => {
    const { url, drop } = await postgresDatabase('migrated');
    const limits = { transactionOptions: { maxWait: 1_000, timeout: 1_000 } };
    const prisma = new PrismaClient({ ...limits, adapter: postgresAdapter(url) }) as unknown as SqliteClient;
    const store = createStore(rootDb(prisma, 'postgresql'), () => prisma.$disconnect());
    const acme = await anOrganisation(store);
    const blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE "Setting" IN ACCESS EXCLUSIVE MODE');
    const blocked = expect(store.atomically((inner) => inner.settings.set(acme, 'a', '1'))).rejects.toBeInstanceOf(
      DatabaseUnavailable,
    );
    await wait(1_500);
    await blocker.query('COMMIT');
    await blocked;
    expect(await store.settings.get(acme, 'a')).toBeNull();
    await blocker.end();
    await store.close();
    await drop();
  });

  test('that accepts and never answers is unavailable within seconds', async () => {
    const { url, drop } = await postgresDatabase('migrated');
    const proxy = await startProxy(new URL(url));
    const { store, close } = await openDatabase(proxy.url);
    await proxy.cut();
    await proxy.restore();
    proxy.freeze();
    const begun = performance.now();
    await expect(store.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(openDatabase(`${proxy.url}?pgbouncer=true`)).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(performance.now() - begun).toBeLessThan(16_000);
    await close();
    await proxy.stop();
    await drop();
  });

  test('is unavailable to a start that wants to migrate', async () => {
    const proxy = await startProxy(new URL('postgresql://postgres@127.0.0.1:9/x'));
    await proxy.cut();
    const dataDir = temporaryFolder();
    await expect(migrate({ url: proxy.url, dataDir })).rejects.toBeInstanceOf(DatabaseUnavailable);
    rmSync(dataDir, { recursive: true });
  });
});

describe('a SQLite file that goes away', () => {
  test('is unavailable instead of written into nothing, and works again when it is back', async () => {
    const db = await freshSqlite();
    const acme = await anOrganisation(db.store);
    const file = fileOf(db.url);
    const all = ['', '-wal', '-shm'];
    for (const part of all) renameSync(file + part, `${file}.away${part}`);
    await expect(db.store.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(db.store.settings.set(acme, 'a', '1')).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(db.store.atomically((store) => store.settings.set(acme, 'a', '1'))).rejects.toBeInstanceOf(
      DatabaseUnavailable,
    );
    for (const part of all) renameSync(`${file}.away${part}`, file + part);
    await db.store.settings.set(acme, 'a', '1');
    expect(await db.store.settings.get(acme, 'a')).toBe('1');
    await db.drop();
  });

  test('and is replaced by another is opened anew', async () => {
    const [db, replacement] = [await freshSqlite(), await freshSqlite()];
    const acme = await anOrganisation(replacement.store, 'Restored');
    await replacement.close();
    await anOrganisation(db.store);
    const file = fileOf(db.url);
    for (const part of ['', '-wal', '-shm']) rmSync(file + part);
    copyFileSync(fileOf(replacement.url), file);
    expect(await db.store.organisations.first()).toMatchObject({ id: acme, name: 'Restored' });
    await db.store.settings.set(acme, 'a', '1');
    expect(await db.store.settings.get(acme, 'a')).toBe('1');
    await db.drop();
    await replacement.drop();
  });

  test('and is replaced while many ask is opened anew once', async () => {
    const [db, replacement] = [await freshSqlite(), await freshSqlite()];
    await replacement.close();
    const file = fileOf(db.url);
    const adapter = await sqliteAdapter(file).connect();
    for (const part of ['', '-wal', '-shm']) rmSync(file + part);
    copyFileSync(fileOf(replacement.url), file);
    const opened = vi.spyOn(PrismaBetterSqlite3.prototype, 'connect');
    const ask = () => adapter.queryRaw({ sql: 'SELECT count(*) FROM "Organisation"', args: [], argTypes: [] });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ rows }) => Number(rows[0]?.[0]))).toEqual([0, 0, 0]);
    expect(opened).toHaveBeenCalledTimes(1);
    opened.mockRestore();
    await adapter.dispose();
    await db.drop();
    await replacement.drop();
  });

  test('and comes back as something else is unavailable', async () => {
    const db = await freshSqlite();
    const file = fileOf(db.url);
    for (const part of ['', '-wal', '-shm']) rmSync(file + part);
    writeFileSync(file, 'this is no database, but it is long enough to look like one'.repeat(100));
    await expect(db.store.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await db.drop();
  });
});
