import type { AuditAction } from '@/lib/domain/audit';
import type { Db } from '../drivers/db';
import { fieldsIn } from './audit-read';

/** What was written of changes of the organisation's time zone ("before -> after"), oldest first. */
export async function zoneChanges({ sql }: Db, organisationId: string): Promise<{ at: Date; words: string }[]> {
  const rows = await sql.auditEntry.findMany({
    where: { organisationId, action: { in: [...zoneActions] }, detail: { contains: '"timeZone"' } },
    orderBy: { seq: 'asc' },
    select: { at: true, detail: true },
  });
  return rows.flatMap(({ at, detail }) => {
    const words = fieldsIn(detail).timeZone;
    return typeof words === 'string' ? [{ at, words }] : [];
  });
}

const zoneActions = ['set-up-completed', 'organisation-saved'] as const satisfies AuditAction[];
