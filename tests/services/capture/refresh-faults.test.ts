import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunTrigger } from '@/lib/domain/run';
import { captureDueSnapshot } from '@/lib/services/capture/capture-due-snapshot';
import { endDeadRun } from '@/lib/services/capture/parts/lease';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { backUp } from '@/lib/services/operation/back-up';
import { restoreBackup } from '@/lib/services/operation/restore-backup';
import { readFreshness } from '@/lib/services/snapshots/parts/read-freshness';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { someCounts } from '../../support/counts';
import { onEachDatabase } from '../../support/databases';
import { testWorld, worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const small = worldPerTest({ fresh });

  const byOlga = () => refreshSnapshot(small.as(signedIn(cast.olga)), { trigger: 'manual' });
  const beat = () => captureDueSnapshot(small.as(scheduler), {});
  const runs = async () => (await small.world.store.runs.page('first', { limit: 100, cursor: null }))?.runs;
  const begin = (id: string, startedAt: Date, trigger: RunTrigger = 'scheduled') =>
    small.world.store.runs.begin('first', { id, trigger, startedByName: 'schedule', startedAt, day: '2026-11-23' });

  test('a run that was given up for dead and gets its answer after all succeeded, without a failure', async () => {
    small.enpass.setMode('slow');
    const slow = byOlga();
    await expect.poll(() => small.enpass.requests.length).toBe(1);
    small.clock.forward(60_000);
    await endDeadRun(small.as(scheduler));
    expect(await runs()).toMatchObject([{ outcome: 'failed', failure: { kind: 'not-running' } }]);
    expect(await slow).toMatchObject({ ok: true, value: { run: { outcome: 'succeeded', failure: null } } });
  });

  test('a scheduled refresh that outlives the run it joined is still the schedule’s, whatever the limit by hand', async () => {
    const now = small.clock.now();
    await small.world.store.leases.take('first', { runId: 'dead', now, expiresAt: new Date(now.getTime() + 9_000) });
    await begin('dead', now);
    const refusing = { check: async () => ({ allowed: false, retryAfterSeconds: 60 }) };
    const ctx = small.as(scheduler);
    const limits = { ...ctx.limits, refreshes: { ...ctx.limits.refreshes, ...refusing } };
    // Asking for the run it joined is the sign that it has joined: only then the other process's time runs out.
    const byId: typeof ctx.store.runs.byId = async (...asked) => {
      const run = await ctx.store.runs.byId(...asked);
      if (asked[1] === 'dead') small.clock.forward(10_000);
      return run;
    };
    const store = { ...ctx.store, runs: { ...ctx.store.runs, byId } };
    const joining = refreshSnapshot({ ...ctx, limits, store }, { trigger: 'scheduled' });
    expect(await joining).toMatchObject({ ok: true, value: { run: { trigger: 'scheduled' } } });
    expect(await small.world.store.snapshots.on('first', '2026-11-23')).toMatchObject({ source: 'scheduled' });
  });

  test('a run that ends while another looks for its end is not asked for twice', async () => {
    const ctx = small.as(signedIn(cast.olga));
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const read: typeof ctx.enpass.read = (...how) => asked.then(() => ctx.enpass.read(...how));
    const first = refreshSnapshot({ ...ctx, enpass: { ...ctx.enpass, read } }, { trigger: 'manual' });
    await expect.poll(runs).toHaveLength(1);
    const byId: typeof ctx.store.runs.byId = async (...which) => {
      const run = await ctx.store.runs.byId(...which);
      answer();
      await first;
      return run;
    };
    const second = await refreshSnapshot(
      { ...ctx, store: { ...ctx.store, runs: { ...ctx.store.runs, byId } } },
      { trigger: 'manual' },
    );
    expect(second).toEqual(await first);
    expect(small.enpass.requests).toHaveLength(1);
  });

  test('an answer that came before midnight is that day’s, however long the writing waits', async () => {
    small.clock.set('2026-11-23T22:59:59Z');
    const ctx = small.as(scheduler);
    const slowProgress = {
      ...ctx.store,
      runs: {
        ...ctx.store.runs,
        progress: async () => {
          await expect.poll(() => heard).toBe(true);
          small.clock.forward(3_000);
        },
      },
    };
    let heard = false;
    const read: typeof ctx.enpass.read = async (...asked) => {
      const outcome = await ctx.enpass.read(...asked);
      heard = true;
      return outcome;
    };
    await refreshSnapshot({ ...ctx, store: slowProgress, enpass: { ...ctx.enpass, read } }, { trigger: 'scheduled' });
    expect(await small.world.store.snapshots.on('first', '2026-11-23')).toMatchObject({
      takenAt: new Date('2026-11-23T22:59:59Z'),
    });
  });

  test('a run that ended at the last moment is not given up for dead', async () => {
    await byOlga();
    const [run] = (await runs()) ?? [];
    const failure = { kind: 'not-running', detail: 'stopped', status: null, nextTryAt: null } as const;
    await small.world.store.runs.giveUp(run?.id ?? '', { finishedAt: small.clock.now(), failure });
    expect(await runs()).toMatchObject([{ outcome: 'succeeded', failure: null }]);
  });

  test('a run that was under way when its backup was made has ended after the restore', async () => {
    await begin('under-way', small.clock.now());
    const file = join(small.database.dataDir, 'all.backup');
    await backUp(small.as(scheduler), { file });
    const elsewhere = await testWorld({ fresh });
    await restoreBackup(elsewhere.as(scheduler), { file });
    expect(await elsewhere.world.store.runs.running('first')).not.toBeNull();
    await captureDueSnapshot(elsewhere.as(scheduler), {});
    expect(await elsewhere.world.store.runs.running('first')).toBeNull();
    expect(await elsewhere.world.store.runs.byId('first', 'under-way')).toMatchObject({
      failure: { kind: 'not-running' },
    });
    await elsewhere.end();
  });

  test('a lease written while the clock was hours ahead is taken over within minutes', async () => {
    const ahead = new Date(small.clock.now().getTime() + 5 * 3_600_000);
    const expiresAt = new Date(ahead.getTime() + 9_000);
    await small.world.store.leases.take('first', { runId: 'dead', now: ahead, expiresAt });
    await begin('dead', ahead);
    await beat();
    expect(await small.world.store.snapshots.on('first', '2026-11-23')).not.toBeNull();
    expect(await small.world.store.runs.byId('first', 'dead')).toMatchObject({ outcome: 'failed' });
  });

  test('a run that failed while the clock was hours ahead does not put today off', async () => {
    const { store } = small.world;
    const tomorrow = new Date('2026-11-24T05:00:00Z');
    await begin('ahead', new Date('2026-11-23T22:55:00Z'));
    const failure = { kind: 'unreachable', detail: null, status: null, nextTryAt: tomorrow } as const;
    await store.runs.finish('ahead', { finishedAt: new Date('2026-11-23T22:56:00Z'), attempts: 4, failure });
    expect((await readFreshness(small.as(scheduler))).freshness).toMatchObject({ nextTryAt: small.clock.now() });
    await beat();
    expect(await store.snapshots.on('first', '2026-11-23')).not.toBeNull();
  });

  test('a snapshot taken while the clock was weeks ahead does not stand for now', async () => {
    const { store } = small.world;
    const reading = { source: 'scheduled', body: '{}', counts: someCounts(), runId: null } as const;
    await store.readings.record('first', [
      { ...reading, day: '2026-11-22', takenAt: new Date('2026-11-22T05:00:00Z') },
      { ...reading, day: '2026-12-24', takenAt: new Date('2026-12-24T05:00:00Z') },
    ]);
    const { latest, freshness } = await readFreshness(small.as(scheduler));
    expect(latest?.day).toBe('2026-11-22');
    expect(freshness.kind).toBe('trying');
  });
});
