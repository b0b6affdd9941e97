import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { onEachDatabase, type Place, unmigratedPerTest } from '@/tests/support/databases';
import { anOrganisation, aReading } from '../rows';
import { refusal } from './refusal';

onEachDatabase((_, kind) => {
  const place = unmigratedPerTest(kind);

  const sql = async (...statements: readonly string[]) => {
    const { prisma, close } = await openDatabase(place.url);
    for (const statement of statements) await prisma.$executeRawUnsafe(statement);
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
    await sql('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public');
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
