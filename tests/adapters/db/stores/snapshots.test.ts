import { beforeAll, expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import { databasePerFile, onEachDatabase } from '@/tests/support/databases';
import { anOrganisation, aReading, counts } from '../rows';

onEachDatabase((fresh) => {
  const db = databasePerFile(fresh);
  let acme: string;
  let nobody: string;
  const all = { from: '0000-01-01', to: '9999-12-31' } as const;
  beforeAll(async () => {
    acme = await anOrganisation(db.store);
    nobody = await anOrganisation(db.store, 'Empty');
    const other = await anOrganisation(db.store, 'Other');
    await db.store.readings.record(other, [aReading('2026-11-25', { counts: counts(9) })]);
    await db.store.readings.record(acme, [
      aReading('2026-11-20', { counts: { ...counts(20), using_enpass: null }, source: 'imported' }),
      aReading('2026-11-23', { counts: counts(23) }),
      aReading('2026-11-21', { counts: counts(21), source: 'manual' }),
    ]);
  });

  test('the latest snapshot is that of the latest day, not the last one written', async () => {
    expect(await db.store.snapshots.latest(acme)).toEqual({
      day: '2026-11-23',
      takenAt: new Date('2026-11-23T06:00:00.000Z'),
      source: 'scheduled',
      counts: counts(23),
      answerDate: null,
      takenBefore: null,
    });
  });

  test('an organisation without snapshots has none, and no extent', async () => {
    expect(await db.store.snapshots.latest(nobody)).toBeNull();
    expect(await db.store.snapshots.extent(nobody)).toBeNull();
    expect(await db.store.snapshots.between(nobody, all)).toEqual([]);
  });

  test('a span holds both its ends, oldest first, cut at the limit', async () => {
    const days = async (from: Day, to: Day, limit?: number) =>
      (await db.store.snapshots.between(acme, { from, to }, limit)).map((snapshot) => snapshot.day);
    expect(await days('2026-11-20', '2026-11-23')).toEqual(['2026-11-20', '2026-11-21', '2026-11-23']);
    expect(await days('2026-11-21', '2026-11-22')).toEqual(['2026-11-21']);
    expect(await days('2026-11-01', '2026-11-30', 2)).toEqual(['2026-11-20', '2026-11-21']);
  });

  test('an unknown count stays unknown, in whole snapshots and in columns', async () => {
    expect((await db.store.snapshots.on(acme, '2026-11-20'))?.counts.using_enpass).toBeNull();
    const span = { from: '2026-11-20', to: '2026-11-21' } as const;
    expect(await db.store.snapshots.columns(acme, span, ['using_enpass', 'total_license'])).toEqual([
      { day: '2026-11-20', using_enpass: null, total_license: 20 },
      { day: '2026-11-21', using_enpass: counts(21).using_enpass, total_license: 21 },
    ]);
  });

  test('columns of no field at all are the days', async () => {
    const span = { from: '2026-11-20', to: '2026-11-21' } as const;
    expect(await db.store.snapshots.columns(acme, span, [])).toEqual([{ day: '2026-11-20' }, { day: '2026-11-21' }]);
  });

  test('a day without a snapshot has none', async () => {
    expect(await db.store.snapshots.on(acme, '2026-11-22')).toBeNull();
    expect(await db.store.snapshots.days(acme, all)).toEqual([
      { day: '2026-11-20', source: 'imported' },
      { day: '2026-11-21', source: 'manual' },
      { day: '2026-11-23', source: 'scheduled' },
    ]);
    expect(await db.store.snapshots.extent(acme)).toEqual({ first: '2026-11-20', last: '2026-11-23', count: 3 });
  });

  test('the close of a slot is its last snapshot, and an empty slot has none', async () => {
    const slots: Period[] = [
      { from: '2026-11-09', to: '2026-11-15' },
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-11-23', to: '2026-11-29' },
    ];
    expect(await db.store.snapshots.closes(acme, slots, ['total_license'])).toEqual([
      { day: '2026-11-21', total_license: 21 },
      { day: '2026-11-23', total_license: 23 },
    ]);
    const whole = await db.store.snapshots.closingSnapshots(acme, slots);
    expect(whole).toEqual([await db.store.snapshots.on(acme, '2026-11-21'), await db.store.snapshots.latest(acme)]);
    expect(await db.store.snapshots.closes(acme, [], ['total_license'])).toEqual([]);
    expect(await db.store.snapshots.closingSnapshots(nobody, slots)).toEqual([]);
  });

  test('the first day is that of the oldest snapshot', async () => {
    expect([await db.store.snapshots.firstDay(acme), await db.store.snapshots.firstDay(nobody)]).toEqual([
      '2026-11-20',
      null,
    ]);
  });

  test('a snapshot that was taken before its day began is kept, and no line or close is made of it', async () => {
    const early = await anOrganisation(db.store, 'Early');
    await db.store.readings.record(early, [
      aReading('2026-11-23', { counts: counts(23) }),
      aReading('2026-11-24', { counts: counts(24), takenBefore: new Date('2026-11-23T20:00:00Z') }),
    ]);
    const span = { from: '2026-11-23', to: '2026-11-29' } as const;
    const kept = [{ day: '2026-11-23', total_license: 23 }];
    expect(await db.store.snapshots.columns(early, span, ['total_license'])).toEqual(kept);
    expect(await db.store.snapshots.closes(early, [span], ['total_license'])).toEqual(kept);
    expect((await db.store.snapshots.closingSnapshots(early, [span])).map(({ day }) => day)).toEqual(['2026-11-23']);
    expect((await db.store.snapshots.between(early, span)).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
  });
});
