import { expect, test } from 'vitest';
import { ok } from '@/lib/domain/result';
import { captureDueSnapshot } from '@/lib/services/capture/capture-due-snapshot';
import { beginRefresh, refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { someCounts } from '../../support/counts';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { testWorld, worldPerTest } from '../../support/world';

const refreshTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  const byOlga = () => refreshSnapshot(small.as(signedIn(cast.olga)), { trigger: 'manual' });
  const beat = () => captureDueSnapshot(small.as(scheduler), {});
  const snapshots = () => small.world.store.snapshots.between('first', { from: '0001-01-01', to: '9999-12-31' });
  const readings = () => small.world.store.readings.page('first', 0, 100);
  const runs = async () => (await small.world.store.runs.page('first', { limit: 100, cursor: null }))?.runs;

  test('an answer becomes a reading and the day’s snapshot', async () => {
    const refreshed = await byOlga();
    expect(refreshed).toMatchObject({
      ok: true,
      value: { run: { outcome: 'succeeded', day: '2026-11-23', attempts: 1 } },
    });
    expect(await snapshots()).toMatchObject([{ day: '2026-11-23', source: 'manual' }]);
    expect(await readings()).toHaveLength(1);
  });

  test('a second refresh of the day replaces the snapshot and keeps both readings', async () => {
    await byOlga();
    small.clock.forward(60_000);
    await byOlga();
    expect((await snapshots()).map(({ takenAt }) => takenAt)).toEqual([small.clock.now()]);
    expect(await readings()).toHaveLength(2);
  });

  test('eight refreshes at once are one question to Enpass with one result', async () => {
    const ctx = small.as(signedIn(cast.olga));
    let ask = () => {};
    const allBegun = new Promise<void>((resolve) => {
      ask = resolve;
    });
    // Enpass is asked only when all eight have begun or joined, however long a busy machine takes for that.
    const read: typeof ctx.enpass.read = (...asked) => allBegun.then(() => ctx.enpass.read(...asked));
    const one = () => beginRefresh({ ...ctx, enpass: { ...ctx.enpass, read } }, {});
    const begun = await Promise.all(Array.from({ length: 8 }, one));
    ask();
    const results = await Promise.all(begun.map((refresh) => (refresh.ok ? refresh.value.done : refresh)));
    expect(small.enpass.requests).toHaveLength(1);
    expect(results[0]).toMatchObject({ ok: true, value: { run: { outcome: 'succeeded' } } });
    expect(results).toEqual(results.map(() => results[0]));
    expect(await readings()).toHaveLength(1);
  });

  test('a failure keeps the earlier snapshot and says its kind', async () => {
    await byOlga();
    small.enpass.setMode('401');
    expect(await byOlga()).toMatchObject({
      ok: false,
      failure: { kind: 'enpass-failed', run: { failure: { kind: 'token-refused' } } },
    });
    expect(await snapshots()).toHaveLength(1);
    expect(await readings()).toHaveLength(1);
  });

  test('trouble that passes within the run costs attempts, not the day', async () => {
    small.enpass.setMode(['503', '503', 'good']);
    expect(await byOlga()).toMatchObject({ ok: true, value: { run: { attempts: 3 } } });
  });

  test('the scheduler takes one snapshot a day however often it asks', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      await beat();
      small.clock.forward(60_000);
    }
    expect(await runs()).toHaveLength(1);
    small.clock.set('2026-11-24T05:00:00Z');
    await beat();
    expect(await snapshots()).toMatchObject([{ day: '2026-11-23', source: 'scheduled' }, { day: '2026-11-24' }]);
  });

  test('nothing is asked before the capture time', async () => {
    small.clock.set('2026-11-24T04:59:59Z');
    expect(await beat()).toEqual(ok({ checkAgainAt: new Date('2026-11-24T05:00:00Z') }));
    expect(small.enpass.requests).toHaveLength(0);
  });

  test('numbers imported for today do not stand in for asking Enpass', async () => {
    const takenAt = small.clock.now();
    const imported = {
      day: '2026-11-23',
      takenAt,
      source: 'imported',
      body: '{}',
      counts: someCounts(),
      runId: null,
    } as const;
    await small.world.store.readings.record('first', [imported]);
    await beat();
    expect(await snapshots()).toMatchObject([{ day: '2026-11-23', source: 'scheduled' }]);
  });

  test('a failed run is tried again the same day, after a wait', async () => {
    small.enpass.setMode('500');
    await beat();
    const asked = small.enpass.requests.length;
    small.clock.forward(60_000);
    await beat();
    expect(small.enpass.requests).toHaveLength(asked);
    small.enpass.setMode('good');
    small.clock.forward(5 * 60_000);
    await beat();
    expect(await snapshots()).toHaveLength(1);
    expect((await runs())?.map(({ outcome }) => outcome)).toEqual(['succeeded', 'failed']);
  });

  test('a dead process’s run is ended and its lease taken over', async () => {
    const { store } = small.world;
    const now = small.clock.now();
    await store.leases.take('first', { runId: 'dead', now, expiresAt: new Date(now.getTime() + 9_000) });
    await store.runs.begin('first', {
      id: 'dead',
      trigger: 'scheduled',
      startedByName: 'schedule',
      startedAt: now,
      day: '2026-11-23',
    });
    expect(await beat()).toEqual(ok({ checkAgainAt: new Date(now.getTime() + 9_000) }));
    small.clock.forward(9_000);
    await beat();
    expect(await runs()).toMatchObject([
      { outcome: 'succeeded' },
      { id: 'dead', outcome: 'failed', failure: { kind: 'not-running' } },
    ]);
  });

  test('a run that lost its lease records nothing', async () => {
    small.enpass.setMode('slow');
    const slow = byOlga();
    await expect.poll(() => small.enpass.requests.length).toBe(1);
    const now = small.clock.now();
    const later = new Date(now.getTime() + 60_000);
    await small.world.store.leases.take('first', {
      runId: 'other',
      now: later,
      expiresAt: new Date(later.getTime() + 60_000),
    });
    await slow;
    expect(await readings()).toHaveLength(0);
  });

  test('a stopping process ends its run at once and says so', async () => {
    small.enpass.setMode('never-answers');
    const refreshing = byOlga();
    await expect.poll(() => small.enpass.requests.length).toBe(1);
    small.stop();
    expect(await refreshing).toMatchObject({
      ok: false,
      failure: { run: { outcome: 'failed', failure: { kind: 'not-running' } } },
    });
  });

  test('managers and viewers may not refresh', async () => {
    for (const member of [cast.max, cast.vera]) {
      const refused = await refreshSnapshot(small.as(signedIn(member)), { trigger: 'manual' });
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-allowed' } });
    }
    expect(small.enpass.requests).toHaveLength(0);
  });

  test('neither token nor answer reaches the log', async () => {
    await byOlga();
    small.enpass.setMode('html');
    await byOlga();
    const log = JSON.stringify(small.logged);
    expect(log).not.toContain(small.enpass.token);
    expect(log).not.toContain('total_license');
  });
};

onEachDatabase(refreshTests);

test('without a connection nothing is asked and nothing is recorded', async () => {
  const small = await testWorld({ config: { enpass: null } });
  expect(await refreshSnapshot(small.as(scheduler), { trigger: 'manual' })).toMatchObject({
    failure: { kind: 'no-connection' },
  });
  expect(await small.world.store.runs.count('first')).toBe(0);
  await small.end();
});

test('refreshes by hand beyond the limit wait their turn', async () => {
  const small = await testWorld({ config: { refreshPerMinute: 2 } });
  const refresh = () => refreshSnapshot(small.as(signedIn(cast.olga)), { trigger: 'manual' });
  await refresh();
  await refresh();
  const third = await refresh();
  expect(third).toMatchObject({ ok: false, failure: { kind: 'too-many' } });
  await small.end();
});
