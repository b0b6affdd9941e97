import { randomUUID } from 'node:crypto';
import type { Day } from '@/lib/domain/day';
import { instantOf } from '@/lib/domain/day';
import type { RunFailure } from '@/lib/domain/run';
import type { AdoptionCounts, SnapshotSource } from '@/lib/domain/snapshot';
import { someCounts } from './counts';
import type { TestWorld } from './world';

export const zone = 'Europe/Berlin';

/** A past to look at, written as the refresh would have kept it. */
export function historyIn(at: TestWorld) {
  /** A day's 06:00 run that got these numbers, as the refresh keeps it. */
  async function capture(day: Day, counts: Partial<AdoptionCounts> = {}, source: SnapshotSource = 'scheduled') {
    const runId = randomUUID();
    const startedAt = instantOf(day, '06:00', zone);
    const takenAt = new Date(startedAt.getTime() + 800);
    const trigger = source === 'scheduled' ? 'scheduled' : 'manual';
    await at.world.store.runs.begin('first', { id: runId, trigger, startedByName: 'Olga', startedAt, day });
    const body = JSON.stringify(counts);
    const [readingId = ''] = await at.world.store.readings.record('first', [
      { day, takenAt, source, body, counts: someCounts(counts), runId },
    ]);
    await at.world.store.runs.finish(runId, { finishedAt: takenAt, attempts: 1, readingId, day });
  }

  async function fail(day: Day, time: string, failure: Partial<RunFailure> = {}) {
    const id = randomUUID();
    const startedAt = instantOf(day, time, zone);
    await at.world.store.runs.begin('first', { id, trigger: 'scheduled', startedByName: 'scheduler', startedAt, day });
    const finishedAt = new Date(startedAt.getTime() + 60_000);
    const whole: RunFailure = { kind: 'token-refused', detail: null, status: 401, nextTryAt: null, ...failure };
    await at.world.store.runs.finish(id, { finishedAt, attempts: 4, failure: whole });
  }
  return { capture, fail };
}
