import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Target } from '@/lib/domain/target';
import { describeStore } from '../describe-store';
import { after, anOrganisation, noon } from '../rows';

describeStore((db) => {
  const aTarget = (over: Partial<Target> = {}): Target => ({
    id: randomUUID(),
    metric: 'adoption',
    value: 0.1 + 0.2,
    direction: 'up',
    dueDay: '2026-12-31',
    setOn: '2026-11-23',
    startValue: 1 / 3,
    setByName: 'Max',
    ...over,
  });
  const by = (byName: string, ms = 0) => ({ at: after(ms), byName });

  test('a target keeps its value to the last bit, and those of an organisation come by due day', async () => {
    const [late, soon] = [aTarget({ dueDay: '2027-01-31', startValue: null }), aTarget()];
    await db.store.targets.create(db.acme, late, by('Max'));
    await db.store.targets.create(db.acme, soon, by('Max'));
    expect(await db.store.targets.all(db.acme)).toEqual([soon, late]);
    expect(await db.store.targets.byId(db.acme, late.id)).toEqual(late);
    expect(await db.store.targets.all(await anOrganisation(db.store, 'Other'))).toEqual([]);
  });

  test('its history tells every value it had, by whom and when, also after it is removed', async () => {
    const target = aTarget();
    await db.store.targets.create(db.acme, target, by('Max'));
    const change = { value: 0.8, dueDay: '2027-01-31', direction: 'up' } as const;
    expect(await db.store.targets.change(db.acme, target.id, { ...change, ...by('Ada', 5) })).toBe(true);
    expect(await db.store.targets.byId(db.acme, target.id)).toEqual({ ...target, ...change });
    expect(await db.store.targets.remove(db.acme, target.id, by('Ada', 9))).toBe(true);
    expect(await db.store.targets.byId(db.acme, target.id)).toBeNull();
    expect(await db.store.targets.history(db.acme, target.id)).toEqual([
      { number: 1, action: 'set', value: 0.1 + 0.2, dueDay: '2026-12-31', at: noon, byName: 'Max' },
      { number: 2, action: 'changed', value: 0.8, dueDay: '2027-01-31', at: after(5), byName: 'Ada' },
      { number: 3, action: 'removed', value: 0.8, dueDay: '2027-01-31', at: after(9), byName: 'Ada' },
    ]);
  });

  test('before an instant they stood with the values and days of then, and with those removed since', async () => {
    const [target, later] = [aTarget({ metric: 'total_license', value: 600, startValue: 500 }), aTarget()];
    await db.store.targets.create(db.acme, target, by('Max'));
    const change = { value: 400, dueDay: '2027-01-31', direction: 'down' } as const;
    await db.store.targets.change(db.acme, target.id, { ...change, ...by('Ada', 5) });
    await db.store.targets.create(db.acme, later, by('Max', 7));
    await db.store.targets.remove(db.acme, target.id, by('Ada', 9));
    const before = (ms: number) => db.store.targets.before(db.acme, after(ms));
    expect(await before(0)).toEqual([]);
    expect(await before(5)).toEqual([target]);
    expect(await before(6)).toEqual([{ ...target, ...change }]);
    expect(await before(9)).toEqual([later, { ...target, ...change }]);
    expect(await before(10)).toEqual([later]);
    expect(await db.store.targets.before(await anOrganisation(db.store, 'Other'), after(9))).toEqual([]);
  });

  test('what is removed or another organisation’s is not there', async () => {
    const target = aTarget();
    const other = await anOrganisation(db.store, 'Other');
    await db.store.targets.create(db.acme, target, by('Max'));
    expect(await db.store.targets.remove(other, target.id, by('Max'))).toBe(false);
    expect(await db.store.targets.history(other, target.id)).toEqual([]);
    await db.store.targets.remove(db.acme, target.id, by('Max'));
    expect(await db.store.targets.remove(db.acme, target.id, by('Max'))).toBe(false);
    const change = { value: 1, dueDay: '2027-01-31', direction: 'up', ...by('Max') } as const;
    expect(await db.store.targets.change(db.acme, target.id, change)).toBe(false);
  });

  test('changes at once are numbered one after the other', async () => {
    const target = aTarget();
    await db.store.targets.create(db.acme, target, by('Max'));
    const changes = [1, 2, 3, 4].map((value) => ({
      value,
      dueDay: '2027-01-31' as const,
      direction: 'up' as const,
      ...by('Max'),
    }));
    await Promise.all(changes.map((change) => db.store.targets.change(db.acme, target.id, change)));
    expect((await db.store.targets.history(db.acme, target.id)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});
