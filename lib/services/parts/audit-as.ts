import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { AuditAction } from '@/lib/domain/audit';
import type { AuditFields, Context } from '../context';

/** An audit entry for somebody who proves just now who they are: signing in, or opening a one-time link. */
export const auditAs = (
  ctx: Context,
  person: Pick<Person, 'id' | 'name'>,
  { action, store, target, detail = {}, ...more }: AuditFields & { action: AuditAction; store: Store },
): Promise<void> =>
  store.audit.append({
    organisationId: ctx.organisation.id,
    at: ctx.clock.now(),
    actorId: person.id,
    actorKind: 'person',
    actorName: person.name,
    ...{ action, target: target ?? null, detail, ...more },
    network: ctx.network,
    userAgent: ctx.userAgent ?? null,
  });
