import type { Store } from '@/lib/adapters/db/stores/store';
import type { EnpassAnswer } from '@/lib/adapters/enpass/enpass';
import { takenBeforeItsDay } from '@/lib/domain/captured';
import { clockDistance } from '@/lib/domain/clock-skew';
import { dayIn } from '@/lib/domain/day';
import type { FailureKind, RefreshFailure } from '@/lib/domain/failure';
import { hasToday } from '@/lib/domain/freshness';
import type { Run } from '@/lib/domain/run';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import { nextTryAt } from '@/lib/domain/schedule';
import type { Context } from '../../context';
import type { Turn } from './lease';
import { retryWithinLease } from './retry-within-lease';

/** A turn with what was asked in it. */
export type TurnMade = Turn & { readonly attempts: readonly RunAttempt[] };

type Answered = { readonly attempts: number; readonly value: EnpassAnswer; readonly answeredAt: Date };

/** Keeps the answer: reading, snapshot and the run's end land together. */
export function recordReading(
  ctx: Context,
  turn: TurnMade,
  { attempts, value, answeredAt: takenAt }: Answered,
): Promise<Run> {
  const organisationId = ctx.organisation.id;
  const reading = readingOf(ctx, turn, { value, takenAt });
  const { day } = reading;
  return finished(ctx, turn, async (store) => {
    const [readingId] = await store.readings.record(organisationId, [reading]);
    if (!readingId) throw new Error('a recorded reading has an id');
    await store.runs.finish(turn.runId, { finishedAt: takenAt, attempts, readingId, day });
    await ctx.audit('refreshed', { target: day, detail: { trigger: turn.trigger } }, store);
  });
}

/** Keeps the answer, though nobody can say of which day it is: a reading without a snapshot, and a run that failed. */
export function recordUndated(
  ctx: Context,
  turn: TurnMade,
  { attempts, value, answeredAt: takenAt }: Answered & { value: { date: Date } },
): Promise<Run> {
  const detail = clockDistance({ takenAt, answerDate: value.date });
  return finished(ctx, turn, async (store) => {
    const [readingId] = await store.readings.record(ctx.organisation.id, [readingOf(ctx, turn, { value, takenAt })]);
    if (!readingId) throw new Error('a recorded reading has an id');
    const next = await tryAgainAt({ ...ctx, store }, turn, { finishedAt: takenAt, retryAfterMs: null });
    const failure = { kind: 'clock-off', detail, status: null, nextTryAt: next } as const;
    const undated = { readingId, answerDate: value.date };
    await store.runs.finish(turn.runId, { finishedAt: takenAt, attempts, failure, undated });
    await auditFailure(ctx, turn, { kind: failure.kind, store });
  });
}

function readingOf(ctx: Context, turn: Turn, { value, takenAt }: { value: EnpassAnswer; takenAt: Date }) {
  const { timeZone } = ctx.organisation;
  const day = dayIn(takenAt, timeZone);
  const clocks = { takenAt, answerDate: value.date };
  return {
    ...clocks,
    day,
    source: turn.trigger === 'scheduled' ? 'scheduled' : 'manual',
    body: value.text,
    counts: value.counts,
    runId: turn.runId,
    takenBefore: takenBeforeItsDay(day, clocks, timeZone),
  } as const;
}

/** The run's end with its kind and, for the scheduler and the reader, when the next try is due. */
export function failRun(
  ctx: Context,
  turn: TurnMade,
  { attempts, failure }: { attempts: number; failure: RefreshFailure },
): Promise<Run> {
  const finishedAt = ctx.clock.now();
  return finished(ctx, turn, async (store) => {
    const end = ctx.shutdown.aborted
      ? ({ kind: 'not-running', detail: 'stopped', status: null, nextTryAt: null } as const)
      : {
          kind: failure.kind,
          detail: failure.detail,
          status: failure.status,
          nextTryAt: await tryAgainAt({ ...ctx, store }, turn, { finishedAt, retryAfterMs: failure.retryAfterMs }),
        };
    await store.runs.finish(turn.runId, { finishedAt, attempts, failure: end });
    await auditFailure(ctx, turn, { kind: end.kind, store });
  });
}

async function auditFailure(
  ctx: Context,
  turn: Turn,
  { kind, store }: { kind: FailureKind; store: Store },
): Promise<void> {
  const { day: target, trigger } = turn;
  await ctx.audit('refresh-failed', { target, detail: { kind, trigger } }, store);
}

type Failed = { readonly finishedAt: Date; readonly retryAfterMs: number | null };

/** Null where the day has its snapshot: then nobody tries again. */
async function tryAgainAt(ctx: Context, turn: Turn, { finishedAt, retryAfterMs }: Failed): Promise<Date | null> {
  const day = dayIn(finishedAt, ctx.organisation.timeZone);
  if (hasToday(await ctx.store.snapshots.on(ctx.organisation.id, day), day)) return null;
  const earlier = await ctx.store.runs.failures(ctx.organisation.id, { from: day, to: day });
  const failedRuns = earlier.filter((run) => run.id !== turn.runId).length + 1;
  return nextTryAt({ finishedAt, failedRuns, retryAfterMs }, ctx.organisation);
}

/** Writes the run's end and gives its lease back, together, and only while the lease is still this run's. */
function finished(ctx: Context, turn: TurnMade, write: (store: Store) => Promise<void>): Promise<Run> {
  const organisationId = ctx.organisation.id;
  return retryWithinLease(ctx, turn, async () => {
    await ctx.store.atomically(async (store) => {
      // Somebody took the lease over: their reading is newer than ours, and ours must not replace it.
      if (!(await store.leases.holds(organisationId, turn))) return;
      await write(store);
      await store.attempts.record(turn.runId, turn.attempts);
      await store.leases.release(organisationId, turn);
    });
    const run = await ctx.store.runs.byId(organisationId, turn.runId);
    if (!run) throw new Error('a run that began is kept');
    return run;
  });
}
