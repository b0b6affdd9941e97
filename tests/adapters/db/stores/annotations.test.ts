import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import { describeStore } from '../describe-store';
import { after, anOrganisation, noon } from '../rows';

describeStore((db) => {
  const put = async (from: Day, to = from, title: string = from) => {
    const annotation = {
      id: randomUUID(),
      from,
      to,
      title,
      kind: 'training',
      createdByName: 'Max',
      createdAt: noon,
    } as const;
    await db.store.annotations.create(db.acme, annotation);
    return annotation;
  };
  const always = { from: '0001-01-01', to: '9999-12-31' } as const;
  const titles = (list: readonly { title: string }[] = []) => list.map(({ title }) => title);

  test('those that touch a span are the ones that begin, end or last through it', async () => {
    await put('2026-10-01', '2026-10-05', 'before');
    await put('2026-10-01', '2026-10-06', 'ends in it');
    await put('2026-10-01', '2026-12-01', 'lasts through it');
    await put('2026-10-12', '2026-10-20', 'begins in it');
    await put('2026-10-13', '2026-10-13', 'after');
    const touching = await db.store.annotations.touching(db.acme, { from: '2026-10-06', to: '2026-10-12' });
    expect(titles(touching).sort()).toEqual(['begins in it', 'ends in it', 'lasts through it']);
    expect(await db.store.annotations.touching(await anOrganisation(db.store), always)).toEqual([]);
  });

  test('pages come newest first and lose none of a day', async () => {
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-02', '2026-10-02', '2026-10-03'] as const) await put(day);
    const seen: string[] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const page = await db.store.annotations.page(db.acme, { ...always, limit: 2, cursor });
      seen.push(...titles(page?.annotations));
      cursor = page?.next ?? null;
      more = cursor !== null;
    }
    expect(seen).toEqual(['2026-10-03', '2026-10-02', '2026-10-02', '2026-10-02', '2026-10-01']);
    expect(await db.store.annotations.page(db.acme, { ...always, limit: 2, cursor: 'made up' })).toBeNull();
    const some = await db.store.annotations.page(db.acme, {
      from: '2026-10-02',
      to: '2026-10-02',
      limit: 9,
      cursor: null,
    });
    expect(titles(some?.annotations)).toEqual(['2026-10-02', '2026-10-02', '2026-10-02']);
  });

  test('a change says by whom, a removed one is gone, and another organisation’s is not there', async () => {
    const annotation = await put('2026-10-01', '2026-10-01', '=HYPERLINK("x") 😀');
    const unchanged = { ...annotation, changedByName: null, changedAt: null };
    expect(await db.store.annotations.byId(db.acme, annotation.id)).toEqual(unchanged);
    const change = {
      from: '2026-10-02',
      to: '2026-10-03',
      title: 'T',
      kind: 'other',
      changedByName: 'Ada',
      changedAt: after(1),
    } as const;
    const other = await anOrganisation(db.store, 'Other');
    expect(await db.store.annotations.change(other, annotation.id, change)).toBe(false);
    expect(await db.store.annotations.remove(other, annotation.id)).toBe(false);
    expect(await db.store.annotations.byId(other, annotation.id)).toBeNull();
    expect(await db.store.annotations.change(db.acme, annotation.id, change)).toBe(true);
    expect(await db.store.annotations.byId(db.acme, annotation.id)).toEqual({ ...annotation, ...change });
    expect(await db.store.annotations.remove(db.acme, annotation.id)).toBe(true);
    expect(await db.store.annotations.byId(db.acme, annotation.id)).toBeNull();
  });
});
