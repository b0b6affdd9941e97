import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { backup } from '@/lib/adapters/db/backup/backup';
import { restore } from '@/lib/adapters/db/backup/restore';
import type { ParseBody } from '@/lib/adapters/db/backup/verifier';
import { verify } from '@/lib/adapters/db/backup/verify';
import type { Store } from '@/lib/adapters/db/stores/store';
import { freshPostgres, freshSqlite, onEachDatabase, type TestDatabase } from '@/tests/support/databases';
import { after, anOrganisation, aPerson, aReading, counts, hourMs, noon } from '../rows';

const parse: ParseBody = (body) => JSON.parse(body);

async function furnished(store: Store): Promise<string> {
  const acme = await anOrganisation(store, 'Acme “Ünïcode” 😀');
  const [ada, max] = [await aPerson(store, acme), await aPerson(store, acme, { role: 'ops', passwordHash: null })];
  const token = {
    id: 't1',
    userId: ada,
    name: 'CI',
    last4: 'abcd',
    scope: 'read',
    hash: 'h',
    createdAt: noon,
  } as const;
  await store.tokens.create(acme, { ...token, expiresAt: null });
  const connection = { baseUrl: 'https://e.example', token: { sealed: 's', keyId: 'k' }, tokenLast4: 'wxyz' };
  await store.connections.save(acme, { ...connection, tokenExpiresOn: null, savedAt: noon, savedByName: 'Ada' });
  const numbers = { ...counts(5), using_enpass: null };
  const [readingId = ''] = await store.readings.record(acme, [
    aReading('2026-11-20', { counts: numbers, source: 'imported' }),
    aReading('2026-11-21'),
    aReading('2026-11-21', { counts: counts(300), takenAt: after(7), runId: 'r1' }),
  ]);
  await store.runs.begin(acme, { id: 'r1', trigger: 'cli', startedByName: 'cli', startedAt: noon, day: '2026-11-21' });
  await store.runs.finish('r1', { finishedAt: after(9), attempts: 1, readingId, day: '2026-11-21' });
  await store.settings.set(acme, 'price', '3');
  await insights(store, acme);
  for (const action of ['signed-in', 'history-imported'] as const) {
    const entry = {
      organisationId: action === 'history-imported' ? acme : null,
      at: noon,
      actorId: ada,
      actorName: 'Ada',
    };
    await store.audit.append({ ...entry, action, target: null, detail: { n: 1 }, network: null });
  }
  await store.sessions.create({
    id: 's1',
    userId: max,
    createdAt: noon,
    lastSeenAt: noon,
    expiresAt: after(hourMs),
    userAgent: '',
  });
  return acme;
}

/** Reviews with two revisions, a target that was changed, an annotation: with text and numbers that a file could bend. */
async function insights(store: Store, acme: string): Promise<void> {
  const answers = { happened: '😀\r\n\u2028=1+1', why: '', next: '"' };
  const by = { changedByName: 'Max', changedAt: noon };
  await store.reviews.save(acme, { ...answers, ...by, week: '2026-W47', version: 0, completed: false });
  const signed = { week: '2026-W47', completedAt: noon, completedByName: 'Max', completedByRole: 'manager' } as const;
  for (const at of [1, 2]) await store.revisions.append(acme, { ...signed, completedAt: after(at), document: String });
  const days = { dueDay: '2026-12-31', setOn: '2026-11-21' };
  const target = { id: 'g1', metric: 'adoption', value: 0.1 + 0.2, direction: 'up', startValue: null } as const;
  await store.targets.create(acme, { ...target, ...days, setByName: 'Max' }, { at: noon, byName: 'Max' });
  await store.targets.change(acme, 'g1', {
    value: 1 / 3,
    direction: 'up',
    dueDay: '2027-01-31',
    at: noon,
    byName: 'Ada',
  });
  const annotation = { id: 'a1', from: '2026-11-20', to: '2026-11-21', title: 'Töne', kind: 'other' } as const;
  await store.annotations.create(acme, { ...annotation, createdByName: 'Max', createdAt: noon });
}

const plain = (file: string): string => gunzipSync(readFileSync(file)).toString();
const withoutMoment = (file: string): string => plain(file).replace(/"createdAt":"[^"]*"/, '');

onEachDatabase((fresh) => {
  let db: TestDatabase;
  let acme: string;
  let file: string;
  beforeAll(async () => {
    db = await fresh();
    acme = await furnished(db.store);
    file = join(db.dataDir, 'backup.gz');
    await backup({ url: db.url, file, now: noon });
  });
  afterAll(() => db.drop());

  test('a backup restores into an empty database of the same kind, and backs up to the very same lines', async () => {
    const target = await fresh();
    const result = await restore({ database: target, file, parse, force: false });
    expect(result).toMatchObject({ ok: true, value: { createdAt: noon.toISOString(), keys: null } });
    const again = join(target.dataDir, 'again.gz');
    await backup({ url: target.url, file: again, now: noon });
    expect(plain(again)).toBe(plain(file));
    expect(await verify({ url: target.url, parse })).toEqual({
      ok: true,
      checked: { readings: 3, snapshots: 2, reviews: 2, auditEntries: 2 },
      broken: [],
    });
    await target.drop();
  });

  test('after a restore numbers and chains go on where they ended, and nobody is signed in', async () => {
    const target = await fresh();
    const result = await restore({ database: target, file, parse, force: false });
    expect(result.ok && result.value.notRestored).toEqual(['sessions', 'one-time links', 'rate-limit counters']);
    await target.store.readings.record(acme, [aReading('2026-11-22')]);
    await target.store.audit.append({
      organisationId: acme,
      at: noon,
      actorId: null,
      actorName: 'cli',
      action: 'backup-restored',
      target: null,
      detail: {},
      network: null,
    });
    expect((await verify({ url: target.url, parse })).ok).toBe(true);
    expect((await target.store.readings.page(acme, 3, 9)).map((reading) => reading.seq)).toEqual([4]);
    expect(await target.store.sessions.holder('s1', noon)).toBeNull();
    await expect(target.prisma.$executeRaw`DELETE FROM "Reading"`).rejects.toThrow(/append-only/);
    await target.drop();
  });

  test('a database in use is left alone without force, and replaced whole with it', async () => {
    const target = await fresh();
    const other = await anOrganisation(target.store, 'Other');
    await aPerson(target.store, other);
    await target.store.readings.record(other, [aReading('2026-01-01')]);
    const refused = await restore({ database: target, file, parse, force: false });
    expect(refused).toEqual({ ok: false, failure: { kind: 'in-use', users: 1, readings: 1 } });
    expect(await target.store.organisations.byId(other)).not.toBeNull();
    expect((await restore({ database: target, file, parse, force: true })).ok).toBe(true);
    expect(await target.store.organisations.byId(other)).toBeNull();
    expect((await target.store.snapshots.on(acme, '2026-11-21'))?.counts).toEqual(counts(300));
    await expect(target.prisma.$executeRaw`UPDATE "Reading" SET "day" = 'x'`).rejects.toThrow(/append-only/);
    await target.drop();
  });

  test('a backup taken while the server writes is one moment: nothing half, nothing broken', async () => {
    const busy = await fresh();
    const acme = await anOrganisation(busy.store);
    let writing = true;
    let day = Date.UTC(2000, 0, 1);
    const writer = (async () => {
      for (; writing; day += 86_400_000) {
        await busy.store.readings.record(acme, [aReading(new Date(day).toISOString().slice(0, 10))]);
        await setImmediate();
      }
    })();
    try {
      for (const name of ['a', 'b', 'c']) expect(await restorable(busy, name)).toBe(true);
    } finally {
      writing = false;
      await writer;
    }
    expect((await verify({ url: busy.url, parse })).ok).toBe(true);
    await busy.drop();
  });

  const restorable = async (busy: TestDatabase, name: string): Promise<boolean> => {
    const copy = join(busy.dataDir, name);
    await backup({ url: busy.url, file: copy, now: noon });
    const target = await freshSqlite();
    const { ok } = await restore({ database: target, file: copy, parse, force: false });
    await target.drop();
    return ok;
  };

  test('keys are in the file only when given, and nobody else may read it', async () => {
    const withKeys = join(db.dataDir, 'keys.gz');
    await backup({ url: db.url, file: withKeys, now: noon, keys: { ENCRYPTION_KEY: 'the-key' } });
    expect(plain(file)).not.toContain('ENCRYPTION_KEY');
    expect(plain(withKeys)).toContain('the-key');
    expect(statSync(withKeys).mode & 0o777).toBe(0o600);
    const target = await fresh();
    const result = await restore({ database: target, file: withKeys, parse, force: false });
    expect(result).toMatchObject({ ok: true, value: { keys: { ENCRYPTION_KEY: 'the-key' } } });
    await target.drop();
  });

  test('a backup that cannot be written leaves no file behind', async () => {
    const nowhere = join(db.dataDir, 'missing', 'backup.gz');
    await expect(backup({ url: db.url, file: nowhere, now: noon })).rejects.toThrow(/ENOENT/);
    expect(existsSync(nowhere)).toBe(false);
    expect(readdirSync(db.dataDir).filter((name) => name.includes('partial'))).toEqual([]);
  });

  describe('a file that is not as it was written is refused, and the database stays as it is', () => {
    let target: TestDatabase;
    beforeEach(async () => {
      target = await fresh();
    });
    afterEach(() => target.drop());

    const refused = async (bytes: Buffer | string) => {
      const bad = join(target.dataDir, 'bad.gz');
      writeFileSync(bad, bytes);
      const other = await anOrganisation(target.store, 'Other');
      const result = await restore({ database: target, file: bad, parse, force: true });
      expect(await target.store.organisations.byId(other)).not.toBeNull();
      expect(result.ok).toBe(false);
      return result.ok ? null : result.failure;
    };
    const edited = (change: (text: string) => string) => gzipSync(change(plain(file)));

    test('cut off in the middle', async () => {
      const bytes = readFileSync(file);
      expect(await refused(bytes.subarray(0, bytes.length / 2))).toMatchObject({ kind: 'unreadable-backup' });
    });

    test('cut off cleanly between two lines', async () => {
      const cut = edited((text) => `${text.split('\n').slice(0, -2).join('\n')}\n`);
      expect(await refused(cut)).toMatchObject({ kind: 'unreadable-backup', reason: expect.stringMatching(/cut off/) });
    });

    test('with one number changed', async () => {
      const changed = edited((text) => text.replace('"2026-11-20","imported"', '"2026-11-19","imported"'));
      expect(await refused(changed)).toMatchObject({
        kind: 'unreadable-backup',
        reason: expect.stringMatching(/altered/),
      });
    });

    test('with a row taken out', async () => {
      const less = edited((text) =>
        text
          .split('\n')
          .filter((line) => !line.startsWith('["Setting"'))
          .join('\n'),
      );
      expect(await refused(less)).toMatchObject({ reason: 'Setting has 0 rows instead of 1' });
    });

    test('of another format, another version, or nothing at all', async () => {
      expect(await refused('')).toMatchObject({ kind: 'unreadable-backup' });
      expect(await refused('day,total_license\n')).toMatchObject({ kind: 'unreadable-backup' });
      expect(await refused(gzipSync('{"format":"other"}\n'))).toMatchObject({ kind: 'unreadable-backup' });
      const newer = edited((text) => text.replace('"version":1', '"version":2'));
      expect(await refused(newer)).toMatchObject({ reason: expect.stringMatching(/newer version/) });
      const unknownColumn = edited((text) => text.replace('"timeZone"', '"orbit"'));
      expect(await refused(unknownColumn)).toMatchObject({ reason: expect.stringMatching(/newer version/) });
    });

    test('that is not there', async () => {
      const result = await restore({ database: target, file: '/nowhere/x.gz', parse, force: false });
      expect(result).toMatchObject({ failure: { kind: 'unreadable-backup', reason: 'it cannot be opened (ENOENT)' } });
    });

    test('whose readings were altered before it was made', async () => {
      const blind: ParseBody = () => null;
      const result = await restore({ database: target, file, parse: blind, force: true });
      expect(result).toMatchObject({ ok: false, failure: { kind: 'broken-backup' } });
    });
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
    expect((await restore({ database: target, file: there, parse, force: false })).ok).toBe(true);
    await backup({ url: target.url, file: back, now: noon });
    expect(withoutMoment(back)).toBe(withoutMoment(there));
    expect(await target.store.snapshots.latest(acme)).toEqual(await source.store.snapshots.latest(acme));
    expect(await target.store.people.all(acme)).toEqual(await source.store.people.all(acme));
    await Promise.all([source.drop(), target.drop()]);
  });
});
