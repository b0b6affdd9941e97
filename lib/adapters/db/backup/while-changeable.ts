import type { Db } from '../drivers/db';

/** Lifts the triggers that keep readings and audit entries append-only, inside the transaction: nobody else ever sees them lifted. */
export async function whileChangeable(db: Db, work: () => Promise<void>): Promise<void> {
  if (db.dialect === 'postgresql') {
    for (const table of appendOnly) await run(db, `ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await work();
    for (const table of appendOnly) await run(db, `ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    return;
  }
  const triggers = await db.sql.$queryRaw<{ name: string; sql: string }[]>`
    SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`;
  for (const { name } of triggers) await run(db, `DROP TRIGGER "${name}"`);
  await work();
  for (const { sql } of triggers) await run(db, sql);
}

const appendOnly = ['Reading', 'ReviewRevision', 'AuditEntry'] as const;

const run = (db: Db, statement: string): Promise<number> => db.sql.$executeRawUnsafe(statement);
