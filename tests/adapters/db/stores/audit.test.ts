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
    const read = { actorKind: 'person', outcome: 'done', said: {}, userAgent: null, times: 1, seq: page[0]?.seq };
    expect(page[0]).toEqual({ ...entry(db.acme, { action: 'target-removed' }), ...read });
    const rest = await db.store.audit.page(db.acme, { limit: 2, beforeSeq: page[1]?.seq ?? 0 });
    expect(rest.map((row) => row.action)).toEqual(['target-set']);
  });

  test('thirty entries at once number without a hole', async () => {
    await Promise.all(Array.from({ length: 30 }, () => db.store.audit.append(entry(db.acme))));
    const seqs = (await db.store.audit.page(db.acme, { limit: 50, beforeSeq: null })).map((row) => row.seq).reverse();
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(seqs).toHaveLength(30);
  });

  test('who and whence can be forgotten, each with its salt; nothing else changes, and nothing comes back', async () => {
    await db.store.audit.append(entry(db.acme, { said: { target: 'Max' }, userAgent: 'Firefox' }));
    const [{ seq = 0 } = {}] = await db.store.audit.page(db.acme, { limit: 1, beforeSeq: null });
    const run = (set: string) => db.prisma.$executeRawUnsafe(`UPDATE "AuditEntry" SET ${set} WHERE "seq" = ${seq}`);
    for (const set of [
      `"who" = NULL`,
      `"whoSalt" = NULL`,
      `"who" = '{}'`,
      `"whoSha256" = NULL, "who" = NULL, "whoSalt" = NULL`,
      `"whence" = NULL, "whenceSalt" = NULL, "at" = '2026-01-01 00:00:00'`,
      `"who" = NULL, "whoSalt" = NULL, "mac" = 'x'`,
      `"action" = "action"`,
    ])
      await expect(run(set), set).rejects.toThrow(/append-only/);
    await run(`"whence" = NULL, "whenceSalt" = NULL`);
    const halfway = await db.store.audit.one(db.acme, seq);
    expect(halfway).toMatchObject({ actorName: 'Ada', network: null, userAgent: null });
    await run(`"who" = NULL, "whoSalt" = NULL`);
    expect(await db.store.audit.one(db.acme, seq)).toMatchObject({ actorName: null, actorId: 'ada', said: {} });
    for (const set of [`"who" = '{}', "whoSalt" = 'x'`, `"who" = NULL, "whoSalt" = NULL`])
      await expect(run(set), set).rejects.toThrow(/append-only/);
  });

  test('equal denials of one minute are one entry with a count; another person, place or minute is another', async () => {
    const denied = { action: 'denied', target: 'people:manage', detail: {} } as const;
    const seconds = (at: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + at * 1000);
    for (const at of [0, 20, 59]) await db.store.audit.append(entry(db.acme, { ...denied, at: seconds(at) }));
    await Promise.all([1, 2, 3].map(() => db.store.audit.append(entry(db.acme, { ...denied, at: seconds(60) }))));
    await db.store.audit.append(entry(db.acme, { ...denied, at: seconds(1), network: '127.0.0.2' }));
    await db.store.audit.append(entry(db.acme, { ...denied, at: seconds(1), actorId: 'max' }));
    const page = await db.store.audit.page(db.acme, { limit: 9, beforeSeq: null });
    expect(page.map(({ times, outcome }) => [times, outcome])).toEqual([1, 1, 3, 3].map((times) => [times, 'denied']));
  });

  test('entries are found by day, person, kind of actor and action', async () => {
    const at = (hour: number) => new Date(`2026-11-23T${hour}:00:00Z`);
    await db.store.audit.append(entry(db.acme, { at: at(10), action: 'target-set' }));
    await db.store.audit.append(
      entry(db.acme, { at: at(11), actorId: null, actorName: 'scheduler', action: 'refreshed' }),
    );
    await db.store.audit.append(
      entry(db.acme, { at: at(12), actorId: null, actorKind: 'nobody', action: 'token-refused' }),
    );
    const found = async (where: object) =>
      (await db.store.audit.page(db.acme, { limit: 9, beforeSeq: null, ...where })).map(({ action }) => action);
    expect(await found({ from: at(11), until: at(12) })).toEqual(['refreshed']);
    expect(await found({ actor: 'ada' })).toEqual(['target-set']);
    expect(await found({ actor: 'job' })).toEqual(['refreshed']);
    expect(await found({ actor: 'nobody' })).toEqual(['token-refused']);
    expect(await found({ action: 'target-set' })).toEqual(['target-set']);
    expect(await db.store.audit.actors(db.acme)).toEqual(['ada']);
  });

  test('the database itself refuses to change or delete an entry', async () => {
    await expect(db.prisma.$executeRaw`UPDATE "AuditEntry" SET "action" = 'x'`).rejects.toThrow(/append-only/);
    await expect(db.prisma.$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow(/append-only/);
  });
});
