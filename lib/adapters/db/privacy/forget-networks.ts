import { whileChangeable } from '../backup/while-changeable';
import type { Db } from '../drivers/db';
import { appendAudit } from '../stores/audit-append';
import { auditChain, takeHead } from '../stores/chain';
import { forgottenSums } from './forgotten-sums';

type Forgetting = { readonly organisationId: string; readonly before: Date; readonly at: Date; readonly by: string };

/** Takes network addresses and user agents out of entries older than `before`; answers out of how many. That it was done is an entry. */
export async function forgetNetworks(db: Db, { organisationId, before, at, by }: Forgetting): Promise<number> {
  const { sql } = db;
  const older = { organisationId, at: { lt: before } };
  await takeHead(db, auditChain);
  const { count } = await sql.auditEntry.updateMany({
    where: { ...older, form: 2, whence: { not: null } },
    data: { whence: null, whenceSalt: null },
  });
  const old = { ...older, form: null, network: { not: null } };
  const oldCount = await sql.auditEntry.count({ where: old });
  if (oldCount > 0) {
    const data = { network: null, erasedAt: at };
    await whileChangeable(db, async () => void (await sql.auditEntry.updateMany({ where: old, data })));
  }
  const entries = count + oldCount;
  if (entries === 0) return 0;
  const detail = { entries, before: before.toISOString(), ...(await forgottenSums(db)) };
  const job = { actorId: null, actorName: by, network: null, target: null };
  await appendAudit(db, { ...job, organisationId, at, action: 'networks-forgotten', detail });
  return entries;
}
