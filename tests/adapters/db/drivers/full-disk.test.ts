import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { type Database, openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { startChild } from '@/tests/support/child';
import { freshSqlite } from '@/tests/support/databases';
import { noSmallDisks, type SmallDisk, smallDisk } from '@/tests/support/small-disk';
import { anOrganisation, aReading } from '../rows';

const unwritable = { name: 'DatabaseUnavailable', trouble: 'unwritable' };

describe.skipIf(noSmallDisks)('a disk that SQLite cannot write to', () => {
  let disk: SmallDisk;
  let database: Database;
  let acme: string;
  beforeEach(async () => {
    disk = smallDisk(8);
    const url = `file:${join(disk.folder, 'adoption.db')}`;
    await migrate({ url, dataDir: disk.folder });
    database = await openDatabase(url);
    acme = await anOrganisation(database.store);
  });
  afterEach(async () => {
    await database.close().catch(() => {});
    disk.end();
  });

  const large = 'x'.repeat(6_000_000);
  const writes = {
    'a statement of its own': () => database.store.settings.set(acme, 'a', large),
    'a transaction': () => database.store.atomically((store) => store.settings.set(acme, 'a', large)),
    'a reading': async () =>
      void (await database.store.readings.record(acme, [{ ...aReading('2026-11-21'), body: large }])),
  };

  test.each(Object.entries(writes))(
    'since it is full: %s is undone, in words, and works when there is room again',
    async (_, write) => {
      disk.fill(500_000);
      await expect(write()).rejects.toMatchObject({
        ...unwritable,
        message: expect.stringMatching(/full|does not take/),
      });
      await expect(write()).rejects.toMatchObject(unwritable);
      expect(await database.store.settings.get(acme, 'a')).toBeNull();
      expect(await database.store.organisations.byId(acme)).not.toBeNull();
      disk.clear();
      await database.store.settings.set(acme, 'a', 'small');
      expect(await database.store.settings.get(acme, 'a')).toBe('small');
    },
  );

  test('since it is full, whoever asks whether it can be written is told so, without a large write', async () => {
    await database.store.probe();
    disk.fill();
    await expect(database.store.probe()).rejects.toMatchObject(unwritable);
    await database.store.ping();
    disk.clear();
    await database.store.probe();
  });
});

test('behind another program’s lock all that stand in line give up after the same wait', async () => {
  const db = await freshSqlite();
  const acme = await anOrganisation(db.store);
  const holder = startChild('tests/adapters/db/children/hold-lock.ts', fileOf(db.url), '14000');
  await holder.ready;
  const locked = { name: 'DatabaseUnavailable', trouble: 'locked', message: expect.stringContaining('locked') };
  const begun = performance.now();
  const line = [
    ...['a', 'b', 'c'].map((key) => db.store.settings.set(acme, key, '1')),
    db.store.atomically((store) => store.settings.set(acme, 'd', '1')),
    db.store.probe(),
  ];
  for (const one of line) await expect(one).rejects.toMatchObject(locked);
  expect(performance.now() - begun).toBeLessThan(13_500);
  await holder.output;
  await db.store.settings.set(acme, 'a', '1');
  await db.drop();
}, 40_000);
