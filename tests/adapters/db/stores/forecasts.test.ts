import { expect, test } from 'vitest';
import type { StoredForecast } from '@/lib/domain/forecasts-of-day';
import { describeStore } from '../describe-store';
import { anOrganisation, aReading, counts } from '../rows';

describeStore((db) => {
  const aForecast = (over: Partial<StoredForecast> = {}): StoredForecast => ({
    metric: 'using_enpass',
    forDay: '2026-12-21',
    low: 4,
    middle: 5,
    high: 6,
    ...over,
  });
  const held = async (id: StoredForecast['metric'], organisation = db.acme) =>
    (await db.store.forecasts.held(organisation, [id, 'usage'])).get(id);

  test('a forecast has come due when its day has a snapshot, and held when that lies in its range', async () => {
    await db.store.forecasts.record(db.acme, '2026-11-23', [aForecast(), aForecast({ forDay: '2026-12-22' })]);
    await db.store.forecasts.record(db.acme, '2026-11-24', [aForecast({ high: 4.5 })]);
    expect(await held('using_enpass')).toEqual({ held: 0, of: 0 });
    await db.store.readings.record(db.acme, [aReading('2026-12-21', { counts: { ...counts(5), using_enpass: 5 } })]);
    expect(await held('using_enpass')).toEqual({ held: 1, of: 2 });
    expect(await held('using_enpass', await anOrganisation(db.store, 'Other'))).toEqual({ held: 0, of: 0 });
  });

  test('of a rate it is the rate that has to lie in the range; a rate of nothing says nothing', async () => {
    const rate = { metric: 'adoption', low: 1 / 3, middle: 0.4, high: 0.5 } as const;
    await db.store.forecasts.record(db.acme, '2026-11-23', [
      aForecast({ ...rate, forDay: '2026-12-23' }),
      aForecast({ ...rate, forDay: '2026-12-24' }),
    ]);
    await db.store.readings.record(db.acme, [
      aReading('2026-12-23', { counts: { ...counts(5), using_enpass: 1, assigned_license: 3 } }),
      aReading('2026-12-24', { counts: { ...counts(5), using_enpass: 1, assigned_license: 0 } }),
    ]);
    expect(await held('adoption')).toEqual({ held: 1, of: 1 });
  });

  test('a later snapshot of the day replaces all of them, also with fewer', async () => {
    await db.store.readings.record(db.acme, [aReading('2026-12-30', { counts: { ...counts(5), active_users: 5 } })]);
    const active = { metric: 'active_users', forDay: '2026-12-30' } as const;
    await db.store.forecasts.record(db.acme, '2026-12-01', [
      aForecast(active),
      aForecast({ ...active, forDay: '2026-12-31' }),
    ]);
    await db.store.forecasts.record(db.acme, '2026-12-01', [aForecast({ ...active, low: 5.5 })]);
    expect(await held('active_users')).toEqual({ held: 0, of: 1 });
    await db.store.forecasts.record(db.acme, '2026-12-01', []);
    expect(await held('active_users')).toEqual({ held: 0, of: 0 });
  });
});
