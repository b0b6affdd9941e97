import { expect, test } from 'vitest';
import { instantOf } from '@/lib/domain/day';
import { measureHistory } from '@/lib/services/operation/parts/measure-history';
import { onEachDatabase } from '../../support/databases';
import { historyIn, zone } from '../../support/history';
import { worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const at = worldPerTest({ fresh });
  const { capture, fail } = historyIn(at);
  const measured = async () =>
    Object.fromEntries((await measureHistory(at.world)).map(({ name, value }) => [name, value]));

  test('while a run goes on, the last one that ended is still told', async () => {
    expect(await measured()).toMatchObject({ adoption_last_run_succeeded: null, adoption_gap_days: 0 });
    const begin = (id: string, time: string) =>
      at.world.store.runs.begin('first', {
        id,
        trigger: 'manual',
        startedByName: 'Olga',
        startedAt: instantOf('2026-11-23', time, zone),
        day: '2026-11-23',
      });
    await capture('2026-11-22');
    await begin('one', '07:00');
    expect(await measured()).toMatchObject({ adoption_last_run_succeeded: 1, adoption_runs_total: 2 });
    const failure = { kind: 'timed-out', detail: null, status: null, nextTryAt: null } as const;
    await at.world.store.runs.giveUp('one', { finishedAt: new Date('2026-11-23T06:01:00Z'), failure });
    await begin('two', '08:00');
    expect(await measured()).toMatchObject({
      adoption_last_run_succeeded: 0,
      adoption_last_run_timestamp_seconds: instantOf('2026-11-23', '08:00', zone).getTime() / 1000,
    });
  });

  test('days since the first snapshot that were missed are counted, and today is not one', async () => {
    await capture('2026-11-17');
    await fail('2026-11-18', '06:00');
    await capture('2026-11-20');
    expect(await measured()).toMatchObject({ adoption_snapshots: 2, adoption_gap_days: 4 });
    await capture('2026-11-23');
    expect(await measured()).toMatchObject({ adoption_gap_days: 4 });
  });
});
