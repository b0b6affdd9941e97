import { beforeEach, expect, test } from 'vitest';
import type { ParseBody } from '@/lib/adapters/db/backup/verifier';
import { verify } from '@/lib/adapters/db/backup/verify';
import { eachDay } from '@/lib/domain/day';
import { databasePerTest, onEachDatabase } from '@/tests/support/databases';
import { anOrganisation, aReading, noon } from '../rows';
import { withTriggersLifted } from './forger';

const parse: ParseBody = (body) => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

onEachDatabase((fresh, kind) => {
  const db = databasePerTest(fresh);
  let acme: string;
  beforeEach(async () => {
    acme = await anOrganisation(db.store);
    await db.store.readings.record(
      acme,
      eachDay('2026-11-20', '2026-11-22').map((day) => aReading(day)),
    );
    const entry = { organisationId: acme, at: noon, actorId: null, actorName: 'cli', target: null, network: null };
    const signed = { completedAt: noon, completedByName: 'Max', completedByRole: 'manager' } as const;
    for (const week of ['2026-W46', '2026-W47', '2026-W46'] as const)
      await db.store.revisions.append(acme, { ...signed, week, document: String });
    for (const action of ['target-set', 'target-changed', 'target-removed'] as const)
      await db.store.audit.append({ ...entry, action, detail: {} });
  });

  const tamper = (...statements: string[]) =>
    withTriggersLifted({ db, kind }, async () => {
      for (const statement of statements) await db.prisma.$executeRawUnsafe(statement);
    });
  const found = async () => {
    const { ok, broken } = await verify({ url: db.url, parse });
    expect(ok).toBe(false);
    return broken.map(({ what, reason }) => `${what}: ${reason}`);
  };
  const nothing = { unjudged: [], forgotten: { auditEntries: 0, reviews: 0 } };
  const altered = 'was altered: its link to the one before it does not fit';

  test('what nobody touched is whole', async () => {
    const checked = { readings: 3, snapshots: 3, reviews: 3, auditEntries: 3 };
    expect(await verify({ url: db.url, parse })).toEqual({ ...nothing, ok: true, checked, broken: [] });
  });

  test('an altered answer is found, though its counts stay readable', async () => {
    await tamper(`UPDATE "Reading" SET "body" = "body" || ' ' WHERE "seq" = 2`);
    expect(await found()).toEqual(['reading: its answer was altered: the SHA-256 differs']);
  });

  test('an answer altered together with its hash is found by the chain', async () => {
    const hash = (await import('node:crypto')).createHash('sha256').update('{}').digest('hex');
    await tamper(`UPDATE "Reading" SET "body" = '{}', "bodySha256" = '${hash}' WHERE "seq" = 2`);
    expect(await found()).toEqual([`reading: ${altered}`, 'snapshot: total_license differs from its reading']);
  });

  test('a reading moved to another day is found', async () => {
    await tamper(`UPDATE "Reading" SET "day" = '2026-11-25' WHERE "seq" = 3`);
    expect(await found()).toEqual([
      `reading: ${altered}`,
      'snapshot: has no reading',
      'snapshot: is missing although the day has a reading',
    ]);
  });

  test('a reading deleted with its snapshot is found, in the middle and at the end', async () => {
    await db.prisma.snapshot.deleteMany({ where: { day: { in: ['2026-11-21'] } } });
    await tamper('DELETE FROM "Reading" WHERE "seq" = 2');
    expect(await found()).toEqual(['reading: follows number 1 as number 3: what was between them is missing']);
    await db.prisma.snapshot.deleteMany({ where: { day: '2026-11-22' } });
    await tamper('DELETE FROM "Reading" WHERE "seq" = 3');
    expect(await found()).toEqual(['chain: should have 3 rows and has 1']);
  });

  test('a snapshot whose numbers were changed, or that was deleted, is found', async () => {
    await db.prisma.snapshot.updateMany({ where: { day: '2026-11-20' }, data: { using_enpass: 9_999 } });
    await db.prisma.snapshot.deleteMany({ where: { day: '2026-11-21' } });
    expect(await found()).toEqual([
      'snapshot: using_enpass differs from its reading',
      'snapshot: is missing although the day has a reading',
    ]);
  });

  test('an audit entry that was altered, or cut off the end, is found', async () => {
    await tamper(
      `UPDATE "AuditEntry" SET "actorId" = 'nobody' WHERE "seq" = 2`,
      'DELETE FROM "AuditEntry" WHERE "seq" = 3',
    );
    expect(await found()).toEqual([`audit entry: ${altered}`, 'chain: should have 3 rows and has 2']);
  });

  test('a completed review that was altered, or cut off the end, is found', async () => {
    await tamper(
      `UPDATE "ReviewRevision" SET "document" = 'x' WHERE "seq" = 1`,
      `UPDATE "ReviewRevision" SET "completedByName" = 'Ada' WHERE "seq" = 2`,
      'DELETE FROM "ReviewRevision" WHERE "seq" = 3',
    );
    expect(await found()).toEqual([
      'review: its document was altered: the SHA-256 differs',
      `review: ${altered}`,
      'chain: should have 3 rows and has 2',
    ]);
  });

  test('a chain without its head is found', async () => {
    await db.prisma.chainHead.deleteMany({ where: { id: 'audit' } });
    expect(await found()).toEqual(['chain: has 3 rows but no head']);
  });

  test('a run whose reading is gone is found', async () => {
    await db.store.runs.begin(acme, {
      id: 'r',
      trigger: 'cli',
      startedByName: 'cli',
      startedAt: noon,
      day: '2026-11-23',
    });
    await db.store.runs.finish('r', { finishedAt: noon, attempts: 1, readingId: 'gone', day: '2026-11-23' });
    expect(await found()).toEqual(['run: the reading it got is missing']);
  });
});
