import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { eachDay } from '@/lib/domain/day';
import { unmigratedPerTest } from '@/tests/support/databases';
import { anOrganisation, aReading } from '../rows';
import { refusal } from './refusal';

const modes = (url: string) =>
  ['', '-wal', '-shm'].map((part) => (statSync(fileOf(url) + part).mode & 0o777).toString(8));

describe('a SQLite file', () => {
  const place = unmigratedPerTest('sqlite');

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
    const days = eachDay('2026-02-01', '2026-02-28');
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

  test.each([0o000, 0o022, 0o077])('is its user’s alone with its log, whatever the umask: %o', async (umask) => {
    const before = process.umask(umask);
    await migrate(place);
    const { store, close } = await openDatabase(place.url);
    await anOrganisation(store);
    process.umask(before);
    expect(modes(place.url)).toEqual(['600', '600', '600']);
    await close();
  });

  test('that others could read since before is closed to them', async () => {
    await migrate(place);
    const { store, close } = await openDatabase(place.url);
    await anOrganisation(store);
    for (const part of ['', '-wal', '-shm']) chmodSync(fileOf(place.url) + part, 0o644);
    await migrate(place);
    expect(modes(place.url)).toEqual(['600', '600', '600']);
    await close();
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
