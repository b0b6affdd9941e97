import { type AuditJson, auditInput } from '@/lib/api/audit';
import { ok, type Result } from '@/lib/domain/result';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { auditJson, namesNow } from './parts/audit-json';
import { auditSpan } from './parts/audit-span';

type Page = { readonly data: readonly AuditJson[]; readonly next: string | null };

/** Newest first. */
export const listAudit = service({
  permission: 'audit:see',
  input: auditInput,
  run: async (ctx, { limit, cursor, ...filter }): Promise<Result<Page, InvalidInput>> => {
    if (cursor !== undefined && !/^[1-9]\d{0,8}$/.test(cursor))
      return invalid('cursor', 'the `next` of the page before');
    const beforeSeq = cursor === undefined ? null : Number(cursor);
    const page = { limit: limit + 1, beforeSeq, ...auditSpan(ctx, filter) };
    const [found, names] = await Promise.all([ctx.store.audit.page(ctx.organisation.id, page), namesNow(ctx)]);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? String(shown.at(-1)?.seq) : null;
    return ok({ data: shown.map((entry) => auditJson(entry, names)), next });
  },
});
