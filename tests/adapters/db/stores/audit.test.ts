import { expect, test } from 'vitest';
import type { NewAuditEntry } from '@/lib/adapters/db/stores/audit';
import { describeStore } from '../describe-store';
import { anOrganisation, noon } from '../rows';

describeStore((db) => {
  const entry = (organisationId: string | null, over: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
    organisationId,
    at: noon,
    actorId: 'ada',
    actorName: 'Ada',
    action: 'role-changed',
    target: 'max',
    detail: { from: 'viewer', to: 'ops', times: 1, forced: false, why: null },
    network: '127.0.0.1',
    ...over,
  });

  test('entries come back newest first, page by page, each organisation’s own', async () => {
    const other = await anOrganisation(db.store, 'Other');
    for (const action of ['target-set', 'target-changed', 'target-removed'] as const)
      await db.store.audit.append(entry(db.acme, { action }));
    await db.store.audit.append(entry(other));
    await db.store.audit.append(entry(null, { action: 'sign-in-refused' }));
    const page = await db.store.audit.page(db.acme, { limit: 2, beforeSeq: null });
    expect(page.map((row) => row.action)).toEqual(['target-removed', 'target-changed']);
    expect(page[0]).toEqual({ ...entry(db.acme, { action: 'target-removed' }), seq: page[0]?.seq });
    const rest = await db.store.audit.page(db.acme, { limit: 2, beforeSeq: page[1]?.seq ?? 0 });
    expect(rest.map((row) => row.action)).toEqual(['target-set']);
  });

  test('thirty entries at once number without a hole', async () => {
    await Promise.all(Array.from({ length: 30 }, () => db.store.audit.append(entry(db.acme))));
    const seqs = (await db.store.audit.page(db.acme, { limit: 50, beforeSeq: null })).map((row) => row.seq).reverse();
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(seqs).toHaveLength(30);
  });

  test('the database itself refuses to change or delete an entry', async () => {
    await expect(db.prisma.$executeRaw`UPDATE "AuditEntry" SET "action" = 'x'`).rejects.toThrow(/append-only/);
    await expect(db.prisma.$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow(/append-only/);
  });
});
