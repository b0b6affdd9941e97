import { cpSync, existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { verify } from '@/lib/adapters/db/backup/verify';
import { DatabaseRefusal } from '@/lib/adapters/db/drivers/errors';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { onEachDatabase, type Place, unmigrated } from '@/tests/support/databases';
import { anOrganisation, aReading } from '../rows';

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(() => new Error('it was not refused')).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseRefusal);
  return error instanceof Error ? error.message : '';
};

onEachDatabase((_, kind) => {
  let place: Place;
  beforeEach(async () => {
    place = await unmigrated(kind);
  });
  afterEach(() => place.drop());

  const sql = async (statement: string) => {
    const { prisma, close } = await openDatabase(place.url);
    await prisma.$executeRawUnsafe(statement);
    await close();
  };

  test('a second start applies nothing and keeps everything', async () => {
    expect(await migrate(place)).not.toEqual([]);
    const first = await openDatabase(place.url);
    const acme = await anOrganisation(first.store);
    await first.store.readings.record(acme, [aReading('2026-11-22')]);
    await first.close();
    expect(await migrate(place)).toEqual([]);
    const second = await openDatabase(place.url);
    expect((await second.store.snapshots.latest(acme))?.day).toBe('2026-11-22');
    await second.close();
  });

  test('a later migration is applied on top and keeps the rows', async () => {
    await migrate(place);
    const root = withMigration(place, 'ALTER TABLE "Setting" ADD COLUMN "later" INTEGER;');
    expect(await migrate({ ...place, root })).toEqual(['29990101000000_later']);
    expect(await migrate({ ...place, root })).toEqual([]);
    await sql('UPDATE "Setting" SET "later" = 1');
  });

  test('a migration that fails halfway leaves the database as it was', async () => {
    await migrate(place);
    const root = withMigration(place, 'CREATE TABLE "Half" ("id" INTEGER); SELECT * FROM "Nowhere";');
    await expect(migrate({ ...place, root })).rejects.toThrow();
    expect(await migrate(place)).toEqual([]);
    await expect(sql('SELECT * FROM "Half"')).rejects.toThrow();
  });

  test('a database newer than the code is refused', async () => {
    await migrate({ ...place, root: withMigration(place, 'CREATE TABLE "Later" ("id" INTEGER);') });
    expect(await refusal(migrate(place))).toMatch(
      /newer than this version.*29990101000000_later.*Start the newer version/,
    );
  });

  test('a migration edited after it was applied is refused', async () => {
    await migrate(place);
    await sql(`UPDATE "_prisma_migrations" SET "checksum" = 'other'`);
    expect(await refusal(migrate(place))).toMatch(/was changed after it had been applied/);
  });

  test('a migration that another tool left unfinished is refused', async () => {
    await migrate(place);
    await sql('UPDATE "_prisma_migrations" SET "finished_at" = NULL');
    expect(await refusal(migrate(place))).toMatch(/never finished/);
  });

  test('an empty database in the place of one that existed is refused, and a restore may use it', async () => {
    await migrate(place);
    await emptied();
    const message = await refusal(migrate(place));
    expect(message).toMatch(/empty although|missing or empty/);
    expect(message).toContain('npm run cli -- restore FILE');
    expect(message).toContain(place.dataDir);
    expect(await migrate({ ...place, mayReplaceMissing: true })).not.toEqual([]);
  });

  test('what remembers the database holds no password', async () => {
    await migrate(place);
    const [marker = ''] = readdirSync(place.dataDir).filter((name) => name.endsWith('.json'));
    expect(statSync(join(place.dataDir, marker)).mode & 0o777).toBe(0o600);
  });

  test('a project without its migrations says so', async () => {
    expect(await refusal(migrate({ ...place, root: place.dataDir }))).toMatch(/migrations is missing/);
  });

  async function emptied(): Promise<void> {
    if (kind === 'sqlite') {
      for (const part of ['', '-wal', '-shm']) rmSync(fileOf(place.url) + part, { force: true });
      return;
    }
    await sql('DROP SCHEMA public CASCADE');
    await sql('CREATE SCHEMA public');
  }

  function withMigration({ dataDir }: Place, statements: string): string {
    const migrations = join('prisma', kind, 'migrations');
    const root = join(dataDir, 'root');
    cpSync(migrations, join(root, migrations), { recursive: true });
    cpSync(join(root, migrations, '20261123000000_foundation'), join(root, migrations, '29990101000000_later'), {
      recursive: true,
    });
    writeFileSync(join(root, migrations, '29990101000000_later', 'migration.sql'), statements);
    return root;
  }
});

describe('a SQLite file', () => {
  let place: Place;
  beforeEach(async () => {
    place = await unmigrated('sqlite');
  });
  afterEach(() => place.drop());

  test('that is missing although it existed is refused and not created', async () => {
    await migrate(place);
    for (const part of ['', '-wal', '-shm']) rmSync(fileOf(place.url) + part, { force: true });
    await refusal(migrate(place));
    expect(existsSync(fileOf(place.url))).toBe(false);
  });

  test('that is missing is never created by opening it', async () => {
    await expect(openDatabase(place.url)).rejects.toThrow();
    expect(existsSync(fileOf(place.url))).toBe(false);
  });

  test('that is no database is refused and left alone', async () => {
    const text = 'a letter to grandmother, by mistake in the wrong place\n'.repeat(40);
    writeFileSync(fileOf(place.url), text);
    expect(await refusal(migrate(place))).toMatch(/damaged or is no SQLite database.*restore the last backup/);
    expect(statSync(fileOf(place.url)).size).toBe(text.length);
  });

  test('that was cut off or overwritten in the middle is refused', async () => {
    await migrate(place);
    const { store, close } = await openDatabase(place.url);
    const acme = await anOrganisation(store);
    const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    await store.readings.record(
      acme,
      days.map((day) => aReading(day)),
    );
    await close();
    truncateSync(fileOf(place.url), 4096 * 5);
    expect(await refusal(migrate(place))).toMatch(/damaged/);
  });

  test('in a folder that does not exist yet is created with the folder', async () => {
    const url = `file:${join(place.dataDir, 'a', 'b', 'new.db')}`;
    await migrate({ url, dataDir: place.dataDir });
    expect(existsSync(fileOf(url))).toBe(true);
  });

  test('below something that is no folder is refused with the reason', async () => {
    writeFileSync(join(place.dataDir, 'file'), '');
    const url = `file:${join(place.dataDir, 'file', 'x.db')}`;
    expect(await refusal(migrate({ url, dataDir: place.dataDir }))).toMatch(/cannot be opened for writing/);
  });

  test('whose data directory cannot be one is refused with the reason', async () => {
    const dataDir = join(place.dataDir, 'file');
    writeFileSync(dataDir, '');
    expect(await refusal(migrate({ url: place.url, dataDir }))).toMatch(/DATA_DIR .* cannot be written/);
  });

  test('keeps its marker when the whole data directory moves', async () => {
    await migrate(place);
    const moved = join(place.dataDir, 'moved');
    const [marker = ''] = readdirSync(place.dataDir).filter((name) => name.endsWith('.json'));
    cpSync(join(place.dataDir, marker), join(moved, marker));
    await refusal(migrate({ url: `file:${join(moved, 'adoption.db')}`, dataDir: moved }));
  });
});

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL schema of its own', () => {
  test('named in the address is created, migrated and used, and public stays empty', async () => {
    const place = await unmigrated('postgresql');
    const there = { ...place, url: `${place.url}?schema=adoption` };
    await migrate(there);
    const { store, prisma, close } = await openDatabase(there.url);
    const acme = await anOrganisation(store);
    await store.readings.record(acme, [aReading('2026-11-22')]);
    expect((await store.snapshots.latest(acme))?.day).toBe('2026-11-22');
    expect(await prisma.$queryRaw`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`).toEqual([]);
    expect(await verify({ url: there.url, parse: (body) => JSON.parse(body) })).toMatchObject({ ok: true });
    await close();
    await place.drop();
  });
});

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL that cannot be used', () => {
  test('because the database does not exist is refused with what to do', async () => {
    const place = await unmigrated('postgresql');
    await place.drop();
    expect(await refusal(migrate(place))).toMatch(/has no database "adoption_\w+"\. Create it/);
  });
});
