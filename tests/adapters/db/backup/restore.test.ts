import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { backup } from '@/lib/adapters/db/backup/backup';
import { restore } from '@/lib/adapters/db/backup/restore';
import { verify } from '@/lib/adapters/db/backup/verify';
import { freshPostgres, freshSqlite, onEachDatabase } from '@/tests/support/databases';
import { anOrganisation, aPerson, aReading, counts, noon } from '../rows';
import { furnished, furnishedWithBackup, into, parse, plain } from './furnished';

onEachDatabase((fresh) => {
  const db = furnishedWithBackup(fresh);

  test('a backup restores into an empty database of the same kind, and backs up to the very same lines', async () => {
    const target = await fresh();
    const result = await restore({ ...into(target), file: db.file, parse, force: false });
    expect(result).toMatchObject({ ok: true, value: { createdAt: noon.toISOString(), keys: null } });
    const again = join(target.dataDir, 'again.gz');
    await backup({ url: target.url, file: again, now: noon });
    expect(plain(again)).toBe(plain(db.file));
    expect(await verify({ url: target.url, parse })).toEqual({
      ok: true,
      checked: { readings: 3, snapshots: 2, reviews: 2, auditEntries: 2 },
      broken: [],
      unjudged: [],
      forgotten: { auditEntries: 0, reviews: 0 },
    });
    await target.drop();
  });

  test('a backup of an older version, which knew no forecasts, restores all the same', async () => {
    const target = await fresh();
    const lines = plain(db.file)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('["Forecast"'))
      .map((line) => (line.startsWith('{') ? JSON.stringify(withoutForecasts(JSON.parse(line))) : line));
    const file = join(target.dataDir, 'older.gz');
    writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
    expect(await restore({ ...into(target), file, parse, force: false })).toMatchObject({ ok: true });
    expect((await target.store.forecasts.held(db.acme, ['adoption'])).get('adoption')).toEqual({ held: 0, of: 0 });
    await target.drop();
  });

  test('after a restore numbers and chains go on where they ended, and nobody is signed in', async () => {
    const target = await fresh();
    const result = await restore({ ...into(target), file: db.file, parse, force: false });
    expect(result.ok && result.value.notRestored).toEqual(['sessions', 'one-time links', 'rate-limit counters']);
    await target.store.readings.record(db.acme, [aReading('2026-11-22')]);
    await target.store.audit.append({
      organisationId: db.acme,
      at: noon,
      actorId: null,
      actorName: 'cli',
      action: 'backup-restored',
      target: null,
      detail: {},
      network: null,
    });
    expect((await verify({ url: target.url, parse })).ok).toBe(true);
    expect((await target.store.readings.page(db.acme, 3, 9)).map((reading) => reading.seq)).toEqual([4]);
    expect(await target.store.sessions.holder('s1', noon)).toBeNull();
    await expect(target.prisma.$executeRaw`DELETE FROM "Reading"`).rejects.toThrow(/append-only/);
    await target.drop();
  });

  test('a database in use is left alone without force, and replaced whole with it', async () => {
    const target = await fresh();
    const other = await anOrganisation(target.store, 'Other');
    await aPerson(target.store, other);
    await target.store.readings.record(other, [aReading('2026-01-01')]);
    const refused = await restore({ ...into(target), file: db.file, parse, force: false });
    expect(refused).toEqual({ ok: false, failure: { kind: 'in-use', users: 1, readings: 1 } });
    expect(await target.store.organisations.byId(other)).not.toBeNull();
    expect((await restore({ ...into(target), file: db.file, parse, force: true })).ok).toBe(true);
    expect(await target.store.organisations.byId(other)).toBeNull();
    expect((await target.store.snapshots.on(db.acme, '2026-11-21'))?.counts).toEqual(counts(300));
    await expect(target.prisma.$executeRaw`UPDATE "Reading" SET "day" = 'x'`).rejects.toThrow(/append-only/);
    await target.drop();
  });
});

describe.skipIf('missing' in inject('postgres'))('a backup goes from one kind of database to the other', () => {
  test.each([
    ['SQLite to PostgreSQL', freshSqlite, freshPostgres],
    ['PostgreSQL to SQLite', freshPostgres, freshSqlite],
  ])('from %s, and back to the very same lines', async (_, from, to) => {
    const [source, target] = [await from(), await to()];
    const acme = await furnished(source.store);
    const [there, back] = [join(source.dataDir, 'there'), join(source.dataDir, 'back')];
    await backup({ url: source.url, file: there, now: noon });
    expect((await restore({ ...into(target), file: there, parse, force: false })).ok).toBe(true);
    await backup({ url: target.url, file: back, now: noon });
    expect(withoutMoment(back)).toBe(withoutMoment(there));
    expect(await target.store.snapshots.latest(acme)).toEqual(await source.store.snapshots.latest(acme));
    expect(await target.store.people.all(acme)).toEqual(await source.store.people.all(acme));
    await Promise.all([source.drop(), target.drop()]);
  });
});

const withoutMoment = (file: string): string => plain(file).replace(/"createdAt":"[^"]*"/, '');

/** A header or a manifest as it was before there were any. */
function withoutForecasts(line: { columns?: Record<string, unknown>; manifest?: Record<string, unknown> }): object {
  for (const part of [line.columns, line.manifest]) delete part?.Forecast;
  return line;
}
