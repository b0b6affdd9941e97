import type { AuditedEntry } from '@/lib/adapters/db/drivers/db';
import { createLog } from '@/lib/adapters/log';
import { outcomeOf } from '@/lib/domain/audit';

/** Says each audit entry on standard output, however little LOG_LEVEL lets through of the rest; of a command, which answers there, nothing. */
export async function auditTeller(logLevel: string): Promise<(entry: AuditedEntry) => void> {
  const log = await createLog(logLevel === 'silent' ? 'silent' : 'info');
  return ({ seq, at, actorId, actorKind, actorName, action, outcome, target, detail, said = {}, ...from }) =>
    log.info('audited', {
      audit: true,
      seq,
      at: at.toISOString(),
      actorId,
      actor: actorName,
      actorKind: actorKind ?? (actorId === null ? 'job' : 'person'),
      action,
      target,
      outcome: outcome ?? outcomeOf(action),
      network: from.network,
      userAgent: from.userAgent,
      detail: JSON.stringify(detail),
      said: JSON.stringify(said),
    });
}
