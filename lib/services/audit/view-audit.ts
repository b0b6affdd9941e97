import { type AuditJson, auditInput } from '@/lib/api/audit';
import { auditActions } from '@/lib/domain/audit';
import { ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import type { InvalidInput } from '../parts/invalid-input';
import { type Refusal, service } from '../service';
import { listAudit } from './list-audit';
import { namesNow } from './parts/audit-json';

type Choice = { readonly value: string; readonly label: string };

export type AuditView = {
  readonly entries: readonly AuditJson[];
  readonly next: string | null;
  readonly here: { readonly now: Date; readonly timeZone: Context['organisation']['timeZone'] };
  /** Who can be filtered by: everybody, and who is not in the organisation any more. */
  readonly actors: readonly Choice[];
  readonly actions: readonly Choice[];
};

/** A page of the log, and what it can be filtered by. */
export const viewAudit = service({
  permission: 'audit:see',
  input: auditInput.safeExtend({ limit: auditInput.shape.limit.default(50) }),
  run: async (ctx, asked): Promise<Result<AuditView, InvalidInput | Refusal>> => {
    const listed = await listAudit(ctx, asked);
    if (!listed.ok) return listed;
    const [names, acted] = await Promise.all([namesNow(ctx), ctx.store.audit.actors(ctx.organisation.id)]);
    const ids = [...new Set([...names.keys(), ...acted])];
    const people = ids.map((value) => ({ value, label: names.get(value)?.name ?? value }));
    const { data: entries, next } = listed.value;
    return ok({
      ...{ entries, next },
      here: { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone },
      actors: [
        ...people.toSorted((a, b) => a.label.localeCompare(b.label)),
        { value: 'job', label: 'The application itself' },
        { value: 'nobody', label: 'Nobody known' },
      ],
      actions: Object.entries(auditActions).map(([value, label]) => ({ value, label })),
    });
  },
});
