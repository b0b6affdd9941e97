import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '@/lib/adapters/db/backup/open-archive';
import { readArchive } from '@/lib/adapters/db/backup/read-archive';
import { restore } from '@/lib/adapters/db/backup/restore';
import { verify } from '@/lib/adapters/db/backup/verify';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { createSecrets } from '@/lib/adapters/secrets';
import { startChild } from '@/tests/support/child';
import { onEachDatabase, type TestDatabase } from '@/tests/support/databases';
import { asBefore, rehashAudit, withTriggersLifted } from './backup/forger';
import { into, parse } from './backup/furnished';
import { after, anOrganisation, aReading, noon } from './rows';

const [first, second] = [
  'the first encryption key of thirty-two bytes',
  'the second encryption key of thirty-two bytes',
];
let current: readonly string[] = [first];
const sealing = createSecrets(() => current);

onEachDatabase((fresh, kind) => {
  const entry = (organisationId: string, at = noon) =>
    ({
      ...{ organisationId, at, actorId: 'ada', actorName: 'Ada', target: null },
      action: 'target-set',
      ...{ detail: {}, network: '192.0.2.7' },
    }) as const;
  const judged = async (db: TestDatabase) => {
    const { broken, unjudged } = await verify({ url: db.url, parse, database: db });
    return { broken, unjudged };
  };
  const whole = { broken: [], unjudged: [] };

  test('a history of before is closed by one entry, goes on sealed, and proves what it proved', async () => {
    current = [first];
    const db = await fresh();
    const acme = await historyOfBefore(db, kind);
    const old = await db.store.readings.page(acme, 0, 9);
    expect(await judged(db)).toEqual(whole);
    const sealed = await again(db);
    expect(await sealed.seal(after(1))).toBe('began');
    expect(await sealed.seal(after(2))).toBe('none');
    await sealed.store.readings.record(acme, [aReading('2026-11-24')]);
    await sealed.store.audit.append(entry(acme, after(3)));
    const [, marker] = await sealed.store.audit.page(acme, { limit: 2, beforeSeq: null });
    const end = `2 ${old[1]?.chain}`;
    expect(marker).toMatchObject({ action: 'chains-sealed', seq: 3, detail: { [`readings:${acme}`]: end } });
    expect((await sealed.store.readings.page(acme, 0, 9)).slice(0, 2)).toEqual(old);
    expect(await judged(sealed)).toEqual(whole);
    const kept = JSON.parse(readFileSync(join(db.dataDir, 'chain-heads.json'), 'utf8'));
    expect(kept).toMatchObject({ sealedBy: { seq: 3 }, heads: { readings: { length: 3, keyId: marker?.target } } });

    await withTriggersLifted({ db: sealed, kind }, async () => {
      await db.prisma.auditEntry.deleteMany({ where: { action: 'chains-sealed' } });
      await rehashAudit(db);
    });
    const reasons = (await judged(sealed)).broken.map(({ reason }) => reason);
    expect(reasons).toContain('its rows up to 2 carry no seal, and no entry says that they ended so');
    expect(reasons).toContainEqual(expect.stringMatching(/^was sealed on .* its key is gone/));
    await db.drop();
  });

  test('of processes that start at once, one closes the history', async () => {
    const db = await fresh();
    const acme = await historyOfBefore(db, kind);
    const children = [1, 2, 3].map(() => startChild('tests/adapters/db/children/seal.ts', db.url, first));
    await Promise.all(children.map(({ ready }) => ready));
    for (const child of children) child.go();
    const said = await Promise.all(children.map(({ output }) => output));
    expect(said.map((words) => words.trim().split('\n').at(-1)).toSorted()).toEqual(['began', 'none', 'none']);
    current = [first];
    const sealed = await again(db);
    await sealed.store.audit.append(entry(acme));
    expect(await db.prisma.auditEntry.count({ where: { action: 'chains-sealed' } })).toBe(1);
    expect(await judged(sealed)).toEqual(whole);
    await db.drop();
  });

  test('a lost key leaves its part unjudged, and the history goes on under another', async () => {
    current = [first];
    const db = await fresh(sealing);
    const acme = await anOrganisation(db.store);
    await db.store.readings.record(acme, [aReading('2026-11-20')]);
    await db.store.audit.append(entry(acme));
    const lost = (await db.prisma.chainKey.findFirstOrThrow()).id;
    current = [second];
    db.chains.opened.clear();
    await db.store.readings.record(acme, [aReading('2026-11-21')]);
    const parts = [`readings:${acme}`, 'audit'].map((chain) => ({ chain, from: 1, to: 1, keyId: lost }));
    const found = await judged(db);
    expect(found.broken).toEqual([]);
    expect(found.unjudged.toSorted((a, b) => b.chain.localeCompare(a.chain))).toEqual(parts);
    const [marker] = await db.store.audit.page(acme, { limit: 1, beforeSeq: null });
    expect(marker).toMatchObject({ action: 'chain-key-replaced', detail: { before: lost } });
    current = [second, first];
    expect(await judged(db)).toEqual(whole);
    await db.drop();
  });

  test('keys are sealed anew when the encryption key changes, and nothing is written for it', async () => {
    current = [first];
    const db = await fresh(sealing);
    const acme = await anOrganisation(db.store);
    await db.store.audit.append(entry(acme));
    current = [second, first];
    expect(await db.rewriteKeys()).toBe(1);
    expect(await db.rewriteKeys()).toBe(0);
    current = [second];
    db.chains.opened.clear();
    await db.store.audit.append(entry(acme, after(1)));
    expect(await db.prisma.auditEntry.count()).toBe(2);
    expect(await judged(db)).toEqual(whole);
    await db.drop();
  });

  test('a backup names its ends; with its keys it restores judged elsewhere, without them it goes on under another key', async () => {
    current = [first];
    const db = await fresh(sealing);
    const acme = await anOrganisation(db.store);
    await db.store.readings.record(acme, [aReading('2026-11-20')]);
    await db.store.audit.append(entry(acme));
    const archive = openArchive({ database: db, url: db.url, parse });
    const [bare, withKeys] = ['bare', 'keys'].map((name) => join(db.dataDir, name)) as [string, string];
    await archive.backup(bare, { now: noon });
    await archive.backup(withKeys, { now: noon, keys: { encryption: first } });
    const { header } = await readArchive(bare);
    expect(header.heads).toEqual(await archive.heads(noon));
    expect(header.heads?.heads.readings).toMatchObject({ length: 1, keyId: expect.any(String) });
    for (const [file, unjudged] of [
      [withKeys, 0],
      [bare, 2],
    ] as const) {
      const elsewhere = createSecrets(() => [second]);
      const there = await fresh(elsewhere);
      expect(await restore({ ...into(there), file, parse, force: false })).toMatchObject({ ok: true });
      await there.store.audit.append(entry(acme, after(9)));
      const found = await judged(there);
      expect({ ...found, unjudged: found.unjudged.length }).toEqual({ broken: [], unjudged });
      await there.drop();
    }
    await db.drop();
  });
});

/** Two readings and two entries, as the version before wrote them. */
async function historyOfBefore(db: TestDatabase, kind: Dialect): Promise<string> {
  const acme = await anOrganisation(db.store);
  await db.store.readings.record(acme, [aReading('2026-11-20'), aReading('2026-11-21')]);
  const entry = { organisationId: acme, at: noon, actorId: 'ada', actorName: 'Ada', target: null, detail: {} };
  for (const action of ['target-set', 'target-removed'] as const)
    await db.store.audit.append({ ...entry, action, network: null });
  await asBefore({ db, kind }, acme);
  await db.record?.rewrite();
  return acme;
}

/** The same database, opened as a version that seals opens it. */
async function again(db: TestDatabase): Promise<TestDatabase> {
  await db.close();
  const onFault = (error: unknown) => console.error(error);
  const remember = { dataDir: db.dataDir, now: () => noon, onFault, onGarbled: onFault };
  const opened = await openDatabase(db.url, { sealing, remember });
  // Dropping ends the connection that is open now.
  return Object.assign(db, opened);
}
