import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { auditFacts } from '@/lib/adapters/db/stores/audit-row';
import { auditChain, genesis, linkOnto, readingChain } from '@/lib/adapters/db/stores/chain';
import { readingFacts } from '@/lib/adapters/db/stores/readings';
import type { TestDatabase } from '@/tests/support/databases';

type Given = { readonly db: TestDatabase; readonly kind: Dialect };

/** As somebody with the database's own tools would do it: the triggers lifted, and put back afterwards. */
export async function withTriggersLifted({ db, kind }: Given, work: () => Promise<unknown>): Promise<void> {
  const run = (statement: string) => db.prisma.$executeRawUnsafe(statement);
  if (kind === 'postgresql') {
    const tables = ['Reading', 'ReviewRevision', 'AuditEntry'];
    for (const table of tables) await run(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await work();
    for (const table of tables) await run(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    return;
  }
  const triggers = await db.prisma.$queryRaw<{ name: string; sql: string }[]>`
    SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`;
  for (const { name } of triggers) await run(`DROP TRIGGER "${name}"`);
  await work();
  for (const { sql } of triggers) await run(sql);
}

/** Numbers and links all that is left of the readings anew, and the head with it: all that our own code does, without the key. */
export async function rehashReadings({ prisma }: TestDatabase, organisationId: string): Promise<void> {
  const rows = await prisma.reading.findMany({ where: { organisationId }, orderBy: { seq: 'asc' } });
  let [hash, seq] = [genesis, 0];
  for (const row of rows) {
    seq += 1;
    hash = linkOnto(hash, readingFacts({ ...row, seq }));
    await prisma.reading.update({ where: { id: row.id }, data: { seq, chain: hash } });
  }
  await prisma.chainHead.updateMany({ where: { id: readingChain(organisationId) }, data: { length: seq, hash } });
}

/** The same of the audit log. */
export async function rehashAudit({ prisma }: TestDatabase): Promise<void> {
  const rows = await prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
  let [hash, seq] = [genesis, 0];
  for (const row of rows) {
    seq += 1;
    hash = linkOnto(hash, auditFacts({ ...row, seq }));
    await prisma.auditEntry.update({ where: { seq: row.seq }, data: { seq, chain: hash } });
  }
  await prisma.chainHead.update({ where: { id: auditChain }, data: { length: seq, hash } });
}

/** A database as the version before left it: rows of the old form, without seals. */
export async function asBefore({ db, kind }: Given, organisationId: string): Promise<void> {
  await withTriggersLifted({ db, kind }, async () => {
    await db.prisma.auditRepeat.deleteMany();
    await db.prisma.chainKey.deleteMany();
    const unsealed = { mac: null, keyId: null };
    await db.prisma.reading.updateMany({ data: unsealed });
    await db.prisma.reviewRevision.updateMany({ data: unsealed });
    await db.prisma.chainHead.updateMany({ data: unsealed });
    await db.prisma.auditEntry.updateMany({
      data: {
        ...unsealed,
        ...{ form: null, actorKind: null, outcome: null, actorName: 'Ada', network: '192.0.2.7' },
        ...{ who: null, whoSalt: null, whoSha256: null, whence: null, whenceSalt: null, whenceSha256: null },
      },
    });
    await rehashAudit(db);
    await rehashReadings(db, organisationId);
  });
}
