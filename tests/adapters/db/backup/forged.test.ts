import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { verify } from '@/lib/adapters/db/backup/verify';
import { readingChain } from '@/lib/adapters/db/stores/chain';
import { createSecrets } from '@/lib/adapters/secrets';
import { databasePerTest, onEachDatabase } from '@/tests/support/databases';
import { after, anOrganisation, aReading, noon } from '../rows';
import { rehashAudit, rehashReadings, withTriggersLifted } from './forger';
import { parse } from './furnished';

const keys = createSecrets(() => ['an encryption key for tests, 32 bytes or more']);

onEachDatabase((fresh, kind) => {
  const db = databasePerTest(() => fresh(keys));
  let acme: string;
  const entry = { actorId: 'ada', actorName: 'Ada', detail: { n: 1 }, network: '192.0.2.7' } as const;
  const audit = (action: 'target-set' | 'denied', at = noon) =>
    db.store.audit.append({ ...entry, organisationId: acme, at, action, target: 't', said: { target: 'x' } });
  beforeEach(async () => {
    acme = await anOrganisation(db.store);
    await db.store.readings.record(acme, [aReading('2026-11-20'), aReading('2026-11-21'), aReading('2026-11-22')]);
    for (const at of [1, 2, 3]) await audit('target-set', after(at));
    for (const at of [4, 5]) await audit('denied', after(at));
  });
  const found = async () => {
    const { ok, broken, unjudged } = await verify({ url: db.url, parse, database: db });
    expect(ok).toBe(broken.length === 0);
    return { broken: broken.map(({ what, id, reason }) => `${what} ${id.replace(acme, 'acme')}: ${reason}`), unjudged };
  };
  const lifted = (work: () => Promise<unknown>) => withTriggersLifted({ db, kind }, work);
  const run = (statement: string) => db.prisma.$executeRawUnsafe(statement);
  /** What the folder remembers is taken away, too: the rows alone have to show it. */
  const forgetHeads = () => rmSync(join(db.dataDir, 'chain-heads.json'));

  test('what nobody forged is whole, and nothing in it is unjudged', async () => {
    expect(await found()).toEqual({ broken: [], unjudged: [] });
    const kept = JSON.parse(readFileSync(join(db.dataDir, 'chain-heads.json'), 'utf8'));
    const { keyId } = kept.heads.readings;
    expect(keyId).toMatch(/^[0-9a-f]{12}$/);
    expect(kept.heads).toMatchObject({ audit: { length: 4, keyId }, readings: { length: 3, keyId } });
  });

  const forgeries: [string, () => Promise<unknown>, string[]][] = [
    [
      'takes a reading out and links the rest anew',
      async () => {
        await db.prisma.snapshot.deleteMany({ where: { day: '2026-11-21' } });
        await lifted(async () => {
          await run(`DELETE FROM "Reading" WHERE "seq" = 2`);
          await rehashReadings(db, acme);
        });
      },
      [
        'chain readings:acme: its end was written by somebody else',
        'chain readings:acme: row 2 was written by somebody else: the seal does not fit',
      ],
    ],
    [
      'changes an entry and links the rest anew',
      () =>
        lifted(async () => {
          await run(`UPDATE "AuditEntry" SET "detail" = '{"n":2}' WHERE "seq" = 1`);
          await rehashAudit(db);
        }),
      [
        'chain audit: its end was written by somebody else',
        'chain audit: rows 1 to 4 were written by somebody else: the seal does not fit',
      ],
    ],
    [
      'cuts the tail off and writes the table of heads to fit',
      async () => {
        await db.prisma.snapshot.deleteMany({ where: { day: '2026-11-22' } });
        const [, last] = await db.prisma.reading.findMany({ orderBy: { seq: 'asc' } });
        await lifted(() => run(`DELETE FROM "Reading" WHERE "seq" = 3`));
        const head = { length: 2, hash: last?.chain ?? '', mac: last?.mac ?? '' };
        await db.prisma.chainHead.update({ where: { id: readingChain(acme) }, data: head });
      },
      ['chain readings:acme: its end was written by somebody else'],
    ],
    [
      'takes the seals off, to look like a history of before',
      () =>
        lifted(async () => {
          await db.prisma.reading.updateMany({ data: { mac: null, keyId: null } });
          await rehashReadings(db, acme);
        }),
      ['chain readings:acme: its rows up to 3 carry no seal, and no entry says that they ended so'],
    ],
    [
      'takes the seals off the newest rows alone',
      () => lifted(() => run(`UPDATE "AuditEntry" SET "mac" = NULL, "keyId" = NULL WHERE "seq" > 2`)),
      [
        'chain audit: its rows from 3 on carry no seal',
        'chain audit: its rows up to 4 carry no seal, and no entry says that they ended so',
      ],
    ],
    [
      'says that sealing began just now',
      () =>
        lifted(async () => {
          await run(`UPDATE "AuditEntry" SET "action" = 'chains-sealed' WHERE "seq" IN (3, 4)`);
          await rehashAudit(db);
        }),
      [
        'chain audit: its end was written by somebody else',
        'chain audit: rows 3 to 4 were written by somebody else: the seal does not fit',
        'chain audit: entry 4 says a second time that sealing began',
        'chain n: did not end where entry 3 says it did',
        'chain n: did not end where entry 4 says it did',
      ],
    ],
    [
      'takes the key away, so that nobody can judge',
      () => run('DELETE FROM "ChainKey"'),
      ['chain key KEY: is missing, and rows are sealed with it'],
    ],
    [
      'spoils the key',
      () => run(`UPDATE "ChainKey" SET "sealed" = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'`),
      ['chain key KEY: was altered: it does not open'],
    ],
    [
      'leaves a trigger out',
      () =>
        run(kind === 'sqlite' ? 'DROP TRIGGER "Reading_no_update"' : 'DROP TRIGGER "Reading_no_change" ON "Reading"'),
      [
        `trigger ${kind === 'sqlite' ? 'Reading_no_update' : 'Reading_no_change'}: is gone: whoever has the file may change what it guards`,
      ],
    ],
    [
      'makes a trigger do nothing',
      async () => {
        if (kind === 'postgresql') return run('ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_no_update"');
        await run('DROP TRIGGER "AuditEntry_no_update"');
        return run('CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry" WHEN 0 BEGIN SELECT 1; END');
      },
      ['trigger AuditEntry_no_update: is not as it was made: it may let changes pass'],
    ],
    [
      'hides how often somebody was denied',
      () => run('UPDATE "AuditRepeat" SET "times" = 1'),
      ['audit entry 4: how often it came was written by somebody else'],
    ],
    [
      'takes the count of a denial away',
      () => run('DELETE FROM "AuditRepeat"'),
      ['audit entry 4: was denied, and how often is missing'],
    ],
    [
      'puts another name under an entry',
      () => lifted(() => run(`UPDATE "AuditEntry" SET "who" = '{"actor":"Max"}' WHERE "seq" = 1`)),
      ['audit entry 1: who it was was altered: the SHA-256 differs'],
    ],
    [
      'forgets where an entry came from, as only our own code may',
      () => run(`UPDATE "AuditEntry" SET "whence" = NULL, "whenceSalt" = NULL WHERE "seq" = 1`),
      ['chain audit: something was taken out of 1 entry or review, and no entry says so'],
    ],
    [
      'says that an old entry was erased, to change it',
      () =>
        lifted(() =>
          run(`UPDATE "AuditEntry" SET "form" = NULL, "actorName" = 'Max', "erasedAt" = "at" WHERE "seq" = 1`),
        ),
      ['chain audit: something was taken out of 1 entry or review, and no entry says so'],
    ],
  ];

  test.each(forgeries)('who %s is found out', async (_, forge, says) => {
    const { id: key } = await db.prisma.chainKey.findFirstOrThrow();
    await forge();
    forgetHeads();
    const { broken } = await found();
    expect(broken.toSorted()).toEqual(says.map((words) => words.replace('KEY', key)).toSorted());
  });

  test('a whole history written anew, key and all, is another than the folder remembers', async () => {
    const before = await found();
    expect(before.broken).toEqual([]);
    await lifted(async () => {
      await db.prisma.reading.updateMany({ data: { mac: null, keyId: null } });
      await db.prisma.auditEntry.updateMany({ data: { mac: null, keyId: null } });
    });
    await run('UPDATE "ChainHead" SET "mac" = NULL, "keyId" = NULL');
    await run('UPDATE "AuditRepeat" SET "mac" = NULL, "keyId" = NULL');
    await run('DELETE FROM "ChainKey"');
    expect((await found()).broken).toEqual(
      [
        'chain audit: was sealed on TIME, and its key is gone: another history was put in its place',
        'chain readings: was sealed on TIME, and its key is gone: another history was put in its place',
      ].map((words) => expect.stringMatching(words.replace('TIME', '.+'))),
    );
    expect(await db.record?.refusal()).toMatch(/audit: was sealed, and its key is gone/);
  });
});
