import type { EnpassAnswer } from '@/lib/adapters/enpass/enpass';
import { dayIn } from '@/lib/domain/day';
import type { RefreshFailure } from '@/lib/domain/failure';
import type { Run } from '@/lib/domain/run';
import { nextTryAt } from '@/lib/domain/schedule';
import type { Context } from './context';
import type { Turn } from './refresh-snapshot';

/** Reading, snapshot and the run's end land together, and only while the lease is still this run's. */
export async function recordReading(
  ctx: Context,
  turn: Turn,
  { attempts, value }: { attempts: number; value: EnpassAnswer },
): Promise<Run> {
  const organisationId = ctx.organisation.id;
  const takenAt = ctx.clock.now();
  const day = dayIn(ctx.organisation.timeZone, takenAt);
  const source = turn.trigger === 'scheduled' ? 'scheduled' : 'manual';
  await ctx.store.atomically(async (store) => {
    // Somebody took the lease over: their reading is newer than ours, and ours must not replace it.
    if (!(await store.leases.holds(organisationId, turn))) return;
    const reading = { day, takenAt, source, body: value.text, counts: value.counts, runId: turn.runId } as const;
    const [readingId] = await store.readings.record(organisationId, [reading]);
    if (!readingId) throw new Error('a recorded reading has an id');
    await store.runs.finish(turn.runId, { finishedAt: takenAt, attempts, readingId, day });
    await store.leases.release(organisationId, turn);
    if (ctx.actor.kind === 'person') await ctx.audit('refreshed', { target: day }, store);
  });
  return finishedRun(ctx, turn);
}

/** The run's end with its kind and, for the scheduler and the reader, when the next try is due. */
export async function failRun(
  ctx: Context,
  turn: Turn,
  { attempts, failure }: { attempts: number; failure: RefreshFailure },
): Promise<Run> {
  const finishedAt = ctx.clock.now();
  const end = ctx.shutdown.aborted
    ? ({ kind: 'not-running', detail: 'stopped', status: null, nextTryAt: null } as const)
    : {
        kind: failure.kind,
        detail: failure.detail,
        status: failure.status,
        nextTryAt: await tryAgainAt(ctx, turn, failure),
      };
  await ctx.store.atomically(async (store) => {
    if (!(await store.leases.holds(ctx.organisation.id, turn))) return;
    await store.runs.finish(turn.runId, { finishedAt, attempts, failure: end });
    await store.leases.release(ctx.organisation.id, turn);
    if (ctx.actor.kind === 'person')
      await ctx.audit('refresh-failed', { target: turn.day, detail: { kind: end.kind } }, store);
  });
  return finishedRun(ctx, turn);
}

async function tryAgainAt(ctx: Context, turn: Turn, failure: RefreshFailure): Promise<Date> {
  const finishedAt = ctx.clock.now();
  const day = dayIn(ctx.organisation.timeZone, finishedAt);
  const earlier = await ctx.store.runs.failures(ctx.organisation.id, { from: day, to: day });
  const failedRuns = earlier.filter((run) => run.id !== turn.runId).length + 1;
  return nextTryAt({ finishedAt, failedRuns, retryAfterMs: failure.retryAfterMs }, ctx.organisation);
}

async function finishedRun(ctx: Context, turn: Turn): Promise<Run> {
  const run = await ctx.store.runs.byId(ctx.organisation.id, turn.runId);
  if (!run) throw new Error('a run that began is kept');
  return run;
}
