import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewAuditEntry } from '@/lib/adapters/db/stores/audit';
import { onEachDatabase, type TestDatabase } from '@/tests/support/databases';
import { anOrganisation, noon } from '../rows';

onEachDatabase((fresh) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await fresh();
  });
  afterAll(() => db.drop());

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
    const [acme, other] = [await anOrganisation(db.store), await anOrganisation(db.store, 'Other')];
    for (const action of ['target-set', 'target-changed', 'target-removed'] as const)
      await db.store.audit.append(entry(acme, { action }));
    await db.store.audit.append(entry(other));
    await db.store.audit.append(entry(null, { action: 'sign-in-refused' }));
    const page = await db.store.audit.page(acme, { limit: 2, beforeSeq: null });
    expect(page.map((row) => row.action)).toEqual(['target-removed', 'target-changed']);
    expect(page[0]).toEqual({ ...entry(acme, { action: 'target-removed' }), seq: page[0]?.seq });
    const rest = await db.store.audit.page(acme, { limit: 2, beforeSeq: page[1]?.seq ?? 0 });
    expect(rest.map((row) => row.action)).toEqual(['target-set']);
  });

  test('thirty entries at once number without a hole', async () => {
    const acme = await anOrganisation(db.store);
    await Promise.all(Array.from({ length: 30 }, () => db.store.audit.append(entry(acme))));
    const seqs = (await db.store.audit.page(acme, { limit: 50, beforeSeq: null })).map((row) => row.seq).reverse();
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(seqs).toHaveLength(30);
  });

  test('the database itself refuses to change or delete an entry', async () => {
    await expect(db.prisma.$executeRaw`UPDATE "AuditEntry" SET "action" = 'x'`).rejects.toThrow(/append-only/);
    await expect(db.prisma.$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow(/append-only/);
  });

  test('a setting is what was set last, and each organisation’s own', async () => {
    const [acme, other] = [await anOrganisation(db.store), await anOrganisation(db.store, 'Other')];
    await Promise.all(Array.from({ length: 5 }, () => db.store.settings.set(acme, 'price', '3')));
    await db.store.settings.set(acme, 'price', '4');
    expect(await db.store.settings.get(acme, 'price')).toBe('4');
    expect(await db.store.settings.get(other, 'price')).toBeNull();
  });

  test('an organisation is created once and changed by its id', async () => {
    const id = await anOrganisation(db.store);
    const again = { id, name: 'B', timeZone: 'UTC', captureTime: '07:00', createdAt: noon };
    expect(await db.store.organisations.create(again)).toBe(false);
    await db.store.organisations.update(id, { name: 'Acme Ltd' });
    const acme = { id, name: 'Acme Ltd', timeZone: 'Europe/Berlin', captureTime: '06:00' };
    expect(await db.store.organisations.byId(id)).toEqual(acme);
    expect(await db.store.organisations.byId('nobody')).toBeNull();
  });

  test('a connection is what was saved last', async () => {
    const acme = await anOrganisation(db.store);
    const connection = {
      baseUrl: 'https://enpass.example/',
      token: { sealed: 'sealed', keyId: 'k1' },
      tokenLast4: 'wxyz',
      tokenExpiresOn: '2027-01-31',
      savedAt: noon,
      savedByName: 'Ada',
    };
    expect(await db.store.connections.of(acme)).toBeNull();
    await db.store.connections.save(acme, { ...connection, tokenExpiresOn: null });
    await db.store.connections.save(acme, connection);
    expect(await db.store.connections.of(acme)).toEqual(connection);
  });
});
