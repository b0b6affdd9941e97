import { type AuditFormat, auditExportInput } from '@/lib/api/audit';
import { ok } from '@/lib/domain/result';
import { auditCsv, auditNdjson } from '@/lib/views/audit/audit-files';
import type { Context } from '../context';
import { isDatabaseAway } from '../parts/database-away';
import { service } from '../service';
import { auditJson, namesNow } from './parts/audit-json';
import { auditSpan } from './parts/audit-span';

const rowsAtOnce = 500;
const mediaTypes = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

/** All of it, or of a filter, as a file that is written while it is read. That it was taken is an entry, too. */
export const exportAudit = service({
  permission: 'audit:see',
  input: auditExportInput,
  run: async (ctx, { format, ...filter }) => {
    await noted(ctx, { format, ...filter });
    const days = [filter.from, filter.to].filter((day) => day !== undefined).join('-to-');
    return ok({
      name: `audit${days && `-${days}`}.${format}`,
      mediaType: mediaTypes[format],
      pieces: (format === 'csv' ? auditCsv : auditNdjson)(pagesOf(ctx, filter)),
    });
  },
});

type Filter = Parameters<typeof auditSpan>[1];

async function noted(ctx: Context, { format, from, to, actor, action }: Filter & { format: AuditFormat }) {
  const detail = { format, from: from ?? null, to: to ?? null, actor: actor ?? null, action: action ?? null };
  await ctx.audit('audit-exported', { detail }).catch((error: unknown) => {
    if (!isDatabaseAway(error)) throw error;
  });
}

async function* pagesOf(ctx: Context, filter: Filter) {
  const names = await namesNow(ctx);
  let beforeSeq: number | null = null;
  for (;;) {
    const page = { limit: rowsAtOnce, beforeSeq, ...auditSpan(ctx, filter) };
    const entries = await ctx.store.audit.page(ctx.organisation.id, page);
    if (entries.length > 0) yield entries.map((entry) => auditJson(entry, names));
    beforeSeq = entries.at(-1)?.seq ?? null;
    if (entries.length < rowsAtOnce) return;
  }
}
