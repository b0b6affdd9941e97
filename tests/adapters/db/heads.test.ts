import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verify } from '@/lib/adapters/db/backup/verify';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { headsRecord } from '@/lib/adapters/db/heads/heads-record';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { freshSqlite, onEachDatabase, temporaryFolder } from '@/tests/support/databases';
import { parse } from './backup/furnished';
import { anOrganisation, aReading, noon } from './rows';

type Kept = { at: string; heads: Record<string, { length: number; hash: string; keyId: null }> };
const kept = (dataDir: string) => JSON.parse(readFileSync(join(dataDir, 'chain-heads.json'), 'utf8')) as Kept;
const entry = (organisationId: string) =>
  ({
    organisationId,
    at: noon,
    actorId: null,
    actorName: 'x',
    action: 'refreshed',
    target: null,
    detail: {},
    network: null,
  }) as const;

onEachDatabase((fresh) => {
  test('each change of a chain is remembered in the data folder, for this user alone and without leftovers', async () => {
    const db = await fresh();
    const acme = await anOrganisation(db.store);
    const ids = await db.store.readings.record(acme, [aReading('2026-11-20'), aReading('2026-11-21')]);
    const first = kept(db.dataDir);
    expect(first.heads).toMatchObject({
      audit: { length: 0, keyId: null },
      readings: { length: 2, hash: (await db.store.readings.byId(acme, ids[1] ?? ''))?.chain, keyId: null },
      reviews: { length: 0, hash: '0'.repeat(64), keyId: null },
    });
    expect(Number.isNaN(Date.parse(first.at))).toBe(false);
    await Promise.all(Array.from({ length: 8 }, () => db.store.audit.append(entry(acme))));
    expect(kept(db.dataDir).heads).toMatchObject({ audit: { length: 8 }, readings: first.heads.readings });
    expect((statSync(join(db.dataDir, 'chain-heads.json')).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(db.dataDir).filter((name) => name.includes('draft'))).toEqual([]);
    await db.drop();
  });

  test('what is undone is not remembered, and an older record fits a longer history', async () => {
    const db = await fresh();
    const acme = await anOrganisation(db.store);
    await db.store.audit.append(entry(acme));
    const before = readFileSync(join(db.dataDir, 'chain-heads.json'), 'utf8');
    const undone = db.store.atomically(async (store) => {
      await store.audit.append(entry(acme));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(readFileSync(join(db.dataDir, 'chain-heads.json'), 'utf8')).toBe(before);
    await db.store.audit.append(entry(acme));
    writeFileSync(join(db.dataDir, 'chain-heads.json'), before);
    expect(await again(db).lacks()).toEqual([]);
    expect(await again(db).refusal()).toBeNull();
    expect(kept(db.dataDir).heads.audit?.length).toBe(2);
    await db.drop();
  });

  test('a history that was written anew, as long as before, is another', async () => {
    const [db, other] = [await fresh(), await fresh()];
    const acme = await anOrganisation(db.store);
    await db.store.readings.record(acme, [aReading('2026-11-20')]);
    const theirs = await anOrganisation(other.store);
    await other.store.readings.record(theirs, [aReading('2026-11-20')]);
    const mine = kept(db.dataDir);
    const verified = await verify({ url: other.url, parse, database: other, against: mine });
    expect(verified.broken).toEqual([
      { what: 'chain', id: 'readings', reason: expect.stringContaining('another row as number 1') },
    ]);
    await Promise.all([db.drop(), other.drop()]);
  });
});

const again = (db: { prisma: Parameters<typeof headsRecord>[0]; url: string; dataDir: string }) =>
  headsRecord(db.prisma, { url: db.url, dataDir: db.dataDir, now: () => new Date(), onGarbled: () => {} });
const quiet = { now: () => noon, onFault: () => {}, onGarbled: () => {} };

test('a SQLite file copied without its log is known by what its folder remembers, and not gone on with', async () => {
  const db = await freshSqlite();
  const acme = await anOrganisation(db.store);
  await db.store.readings.record(acme, [aReading('2026-11-20'), aReading('2026-11-21')]);
  const there = temporaryFolder();
  // As somebody copies a folder while the server runs, but for the log.
  for (const name of readdirSync(db.dataDir)) {
    if (!/-(wal|shm)$/.test(name)) copyFileSync(join(db.dataDir, name), join(there, name));
  }
  const url = `file:${join(there, 'adoption.db')}`;
  await migrate({ url, dataDir: there, mayReplaceMissing: true });
  const copy = await openDatabase(url, { remember: { dataDir: there, ...quiet } });
  expect(await copy.record?.refusal()).toMatch(/readings: 2 rows known, 0 here.*without the -wal file.*cli -- restore/);
  expect((await verify({ url, parse, database: copy })).broken).toEqual([
    { what: 'chain', id: 'readings', reason: expect.stringContaining('has 0 rows, and had 2') },
  ]);
  // What is written all the same must not make the loss look like the truth.
  const before = readFileSync(join(there, 'chain-heads.json'), 'utf8');
  await copy.store.audit.append(entry(await anOrganisation(copy.store)));
  expect(readFileSync(join(there, 'chain-heads.json'), 'utf8')).toBe(before);
  await copy.close();
  rmSync(there, { recursive: true });
  expect(existsSync(fileOf(db.url))).toBe(true);
  await db.drop();
});

test('another database of the same folder accuses nobody', async () => {
  const db = await freshSqlite();
  const acme = await anOrganisation(db.store);
  await db.store.readings.record(acme, [aReading('2026-11-20')]);
  const url = `file:${join(db.dataDir, 'second.db')}`;
  await migrate({ url, dataDir: db.dataDir });
  const second = await openDatabase(url, { remember: { dataDir: db.dataDir, ...quiet } });
  expect(await second.record?.refusal()).toBeNull();
  await second.close();
  await db.drop();
});

const whole = {
  at: noon.toISOString(),
  database: 'x',
  heads: { audit: { length: 1, hash: 'a'.repeat(64), keyId: null } },
};

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"heads":{"audit":1}}',
  JSON.stringify(whole).slice(0, -9),
  JSON.stringify({ ...whole, at: 'x' }),
  JSON.stringify({ ...whole, database: 1 }),
  JSON.stringify({ ...whole, heads: {} }),
  JSON.stringify({ ...whole, heads: { audit: { length: -1, hash: 'a'.repeat(64) } } }),
  JSON.stringify({ ...whole, heads: { audit: { length: 1, hash: 'a' } } }),
])('a garbled record, %j, is set aside, told, and not called fine until it is gone', async (text) => {
  const db = await freshSqlite();
  const acme = await anOrganisation(db.store);
  await db.store.readings.record(acme, [aReading('2026-11-20')]);
  const file = join(db.dataDir, 'chain-heads.json');
  writeFileSync(file, text);
  const broken = async () => (await verify({ url: db.url, parse, database: db })).broken;
  const told = (id: string) => ({ what: 'record', id, reason: expect.stringContaining('cannot be read') });
  expect(await broken()).toEqual([told('chain-heads.json')]);

  const asides: string[] = [];
  const onGarbled = (keptAt: string) => asides.push(keptAt);
  const record = headsRecord(db.prisma, { url: db.url, dataDir: db.dataDir, now: () => noon, onGarbled });
  expect(await record.refusal()).toBeNull();
  expect(asides).toEqual([`${file}.garbled-2026-11-23T120000123Z`]);
  expect(readFileSync(asides[0] ?? '', 'utf8')).toBe(text);
  expect(kept(db.dataDir).heads.readings?.length).toBe(1);
  expect(await broken()).toEqual([told('chain-heads.json.garbled-2026-11-23T120000123Z')]);
  rmSync(asides[0] ?? '');
  expect(await broken()).toEqual([]);
  await db.drop();
});
