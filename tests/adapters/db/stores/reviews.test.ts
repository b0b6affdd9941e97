import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { after, anOrganisation, noon } from '../rows';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const text = 'Zoë 👩‍👩‍👧 \u2028 \uFEFF<b>=1+1</b>\r\n\t’';

describeStore((db) => {
  const draft = (version: number, happened = text) => ({
    week: '2026-W47' as const,
    happened,
    why: '',
    next: 'n',
    version,
    completed: false,
    changedByName: 'Max',
    changedById: 'max',
    changedAt: noon,
  });
  const revision = { week: '2026-W47', completedAt: noon, completedByName: 'Max', completedByRole: 'manager' } as const;

  test('a draft is kept as it was written, and every save counts its version up', async () => {
    expect(await db.store.reviews.of(db.acme, '2026-W47')).toBeNull();
    expect(await db.store.reviews.save(db.acme, draft(0))).toBe(true);
    expect(await db.store.reviews.of(db.acme, '2026-W47')).toEqual({ ...draft(1) });
    expect(await db.store.reviews.save(db.acme, { ...draft(1), completed: true })).toBe(true);
    expect(await db.store.reviews.between(db.acme, { from: '2026-W47', to: '2026-W47' })).toEqual([
      { ...draft(2), completed: true },
    ]);
  });

  test('of two who save over the same version one wins and the other changes nothing', async () => {
    const begun = await Promise.all(['a', 'b'].map((happened) => db.store.reviews.save(db.acme, draft(0, happened))));
    expect(begun.sort()).toEqual([false, true]);
    const saved = await Promise.all(['c', 'd'].map((happened) => db.store.reviews.save(db.acme, draft(1, happened))));
    expect(saved.sort()).toEqual([false, true]);
    expect(await db.store.reviews.save(db.acme, draft(1))).toBe(false);
    expect((await db.store.reviews.of(db.acme, '2026-W47'))?.version).toBe(2);
  });

  test('a stale start inside a transaction does not end it', async () => {
    await db.store.reviews.save(db.acme, draft(0));
    await db.store.atomically(async (store) => {
      expect(await store.reviews.save(db.acme, draft(0))).toBe(false);
      expect(await store.reviews.save(db.acme, draft(1, 'later'))).toBe(true);
    });
    expect((await db.store.reviews.of(db.acme, '2026-W47'))?.happened).toBe('later');
  });

  test('a revision keeps its document with its hash, numbered by week and chained by organisation', async () => {
    const first = await db.store.revisions.append(db.acme, { ...revision, document: (number) => `${text} ${number}` });
    expect(first).toEqual({ ...revision, number: 1, document: `${text} 1`, hash: sha256(`${text} 1`) });
    await db.store.revisions.append(db.acme, { ...revision, week: '2026-W46', document: () => 'other week' });
    const again = { ...revision, completedAt: after(5), document: (number: number) => `again ${number}` };
    expect((await db.store.revisions.append(db.acme, again)).document).toBe('again 2');
    expect(await db.store.revisions.one(db.acme, '2026-W47', 1)).toEqual(first);
    expect((await db.store.revisions.latest(db.acme, '2026-W47'))?.number).toBe(2);
    expect((await db.store.revisions.of(db.acme, '2026-W47')).map(({ number }) => number)).toEqual([1, 2]);
    const rows = await db.prisma.reviewRevision.findMany({
      where: { organisationId: db.acme },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const facts = [db.acme, 1, '2026-W47', 1, sha256(`${text} 1`), noon.toISOString(), 'Max', 'manager'];
    expect(rows[0]?.chain).toBe(sha256(`${'0'.repeat(64)}\n${JSON.stringify(facts)}`));
  });

  test('revisions appended at once number without a hole or a double', async () => {
    const written = await Promise.all(
      Array.from({ length: 8 }, () => db.store.revisions.append(db.acme, { ...revision, document: String })),
    );
    expect(written.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(written.every(({ number, document }) => document === String(number))).toBe(true);
  });

  test('the database itself refuses to change or delete a revision', async () => {
    await db.store.revisions.append(db.acme, { ...revision, document: String });
    await expect(db.prisma.reviewRevision.updateMany({ data: { document: 'x' } })).rejects.toThrow();
    await expect(db.prisma.$executeRaw`DELETE FROM "ReviewRevision"`).rejects.toThrow(/append-only/);
    expect((await db.store.revisions.latest(db.acme, '2026-W47'))?.document).toBe('1');
  });

  test('organisations have reviews of their own', async () => {
    const other = await anOrganisation(db.store, 'Other');
    await db.store.reviews.save(db.acme, draft(0));
    await db.store.revisions.append(db.acme, { ...revision, document: String });
    expect(await db.store.reviews.of(other, '2026-W47')).toBeNull();
    expect(await db.store.revisions.one(other, '2026-W47', 1)).toBeNull();
    expect(await db.store.reviews.save(other, draft(1))).toBe(false);
  });
});
