import { expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/domain/day';
import { captureDueSnapshot } from '@/lib/services/capture/capture-due-snapshot';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { setTarget } from '@/lib/services/targets/set-target';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { worldPerTest } from '../../support/world';

const today: Day = '2026-11-23';

const storedForecastTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const history = (to: Day) =>
    recordSnapshots(at, { from: addDays(to, -120), to }, (_, index) => ({ using_enpass: 120 + index }));
  const asOlga = () => at.as(signedIn(cast.olga));
  const cameDue = async (id: 'adoption' | 'using_enpass') =>
    (await at.world.store.forecasts.held('first', [id])).get(id)?.of;

  test('a captured snapshot keeps the forecasts of its day, a second one of the day in their place', async () => {
    await history(addDays(today, -1));
    await setTarget(at.as(signedIn(cast.max)), { metric: 'using_enpass', value: 400, by: addDays(today, 56) });
    await captureDueSnapshot(at.as(scheduler), {});
    at.clock.forward(60_000);
    await refreshSnapshot(asOlga(), { trigger: 'manual' });
    expect([await cameDue('adoption'), await cameDue('using_enpass')]).toEqual([0, 0]);
    await recordSnapshots(at, { from: addDays(today, 1), to: addDays(today, 91) });
    expect([await cameDue('adoption'), await cameDue('using_enpass')]).toEqual([3, 1]);
  });

  test('a history that is only imported has none', async () => {
    await history(today);
    await recordSnapshots(at, { from: addDays(today, 1), to: addDays(today, 91) });
    expect(await cameDue('adoption')).toBe(0);
  });

  test('whatever fails in keeping them, the snapshot is kept and the run has succeeded', async () => {
    await history(addDays(today, -1));
    const ctx = asOlga();
    const forecasts = { ...ctx.store.forecasts, record: () => Promise.reject(new Error('no forecasts today')) };
    const refreshed = await refreshSnapshot({ ...ctx, store: { ...ctx.store, forecasts } }, { trigger: 'manual' });
    expect(refreshed).toMatchObject({ ok: true, value: { run: { outcome: 'succeeded', day: today } } });
    expect(await at.world.store.snapshots.on('first', today)).toMatchObject({ source: 'manual' });
  });
};

onEachDatabase(storedForecastTests);
