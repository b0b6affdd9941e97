import { z } from 'zod';
import type { Lease } from '@/lib/adapters/db/stores/leases';
import type { EnpassTarget, ReadOutcome } from '@/lib/adapters/enpass/enpass';
import { clockVerdict } from '@/lib/domain/clock-skew';
import type { RefreshFailure } from '@/lib/domain/failure';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Run, RunTrigger } from '@/lib/domain/run';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import { resolveConnection } from '../connection/parts/resolve-connection';
import type { Context } from '../context';
import { storeForecasts } from '../forecasts/parts/store-forecasts';
import { service } from '../service';
import { liveLease, type Turn, takeTurn } from './parts/lease';
import { failRun, recordReading, recordUndated, type TurnMade } from './parts/record-outcome';

export type RefreshRefusal =
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
  | { readonly kind: 'enpass-failed'; readonly run: Run };

/**
 * Asks Enpass once and keeps the answer. One at a time per organisation over all processes: whoever comes second
 * waits for the run under way and gets its result.
 */
export const refreshSnapshot = service({
  permission: 'refresh:run',
  input: z.object({ trigger: z.enum(['scheduled', 'manual', 'cli']) }),
  run: async (ctx, { trigger }): Promise<Result<{ run: Run }, RefreshRefusal>> => {
    const started = await startRefresh(ctx, trigger);
    return started.ok ? started.value.done : started;
  },
});

/** The same, but answers as soon as the run exists: for a page that shows its progress. `done` settles with the run. */
export const beginRefresh = service({
  permission: 'refresh:run',
  input: z.object({}),
  run: async (ctx) => {
    const started = await startRefresh(ctx, 'manual');
    return started.ok ? ok({ runId: started.value.runId, done: started.value.done }) : started;
  },
});

type Started = { readonly runId: string; readonly done: Promise<Result<{ run: Run }, RefreshRefusal>> };

type NotStarted = Exclude<RefreshRefusal, { kind: 'enpass-failed' }>;

async function startRefresh(ctx: Context, trigger: RunTrigger): Promise<Result<Started, NotStarted>> {
  const underWay = await liveLease(ctx);
  if (underWay) return ok({ runId: underWay.runId, done: joined(ctx, underWay, trigger) });
  if (trigger === 'manual') {
    const { allowed, retryAfterSeconds } = await ctx.limits.refreshes.check(ctx.organisation.id);
    if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds });
  }
  const connection = await resolveConnection(ctx);
  if (!connection) return fail({ kind: 'no-connection' });
  const run = await takeTurn(ctx, trigger);
  if (run) return ok({ runId: run.runId, done: readAndRecord(ctx, connection.target, run) });
  return startRefresh(ctx, trigger);
}

async function readAndRecord(
  ctx: Context,
  target: EnpassTarget,
  turn: Turn,
): Promise<Result<{ run: Run }, RefreshRefusal>> {
  const progress = progressWriter(ctx, turn);
  const attempts: RunAttempt[] = [];
  const onAttempt = (attempt: RunAttempt) => {
    attempts.push(attempt);
    progress.keep(attempt);
  };
  const outcome = await ctx.enpass.read(target, { signal: ctx.shutdown, onProgress: progress.note, onAttempt });
  // Before any writing: shortly before midnight, a database that lags must not move the answer to the next day.
  const answeredAt = ctx.clock.now();
  await progress.settled();
  const made = { ...turn, attempts };
  return outcome.ok ? recorded(ctx, made, { ...outcome, answeredAt }) : failed(ctx, made, outcome);
}

async function recorded(ctx: Context, turn: TurnMade, outcome: ReadOutcome & { ok: true; answeredAt: Date }) {
  const { date } = outcome.value;
  if (date && clockVerdict({ takenAt: outcome.answeredAt, answerDate: date }) === 'off') {
    const value = { ...outcome.value, date };
    const run = await recordUndated(ctx, turn, { ...outcome, value });
    return tellFailure(ctx, turn, { run, kind: 'clock-off', status: null });
  }
  const run = await recordReading(ctx, turn, outcome);
  ctx.log.info('refresh-succeeded', { run: run.id, day: run.day, trigger: turn.trigger, attempts: outcome.attempts });
  if (run.outcome !== 'succeeded') return fail({ kind: 'enpass-failed', run });
  // After the snapshot and apart from it: whatever goes wrong with forecasts, the day's numbers are kept.
  await storeForecasts(ctx, run.day).catch(() => ctx.log.warn('forecasts-not-stored', { run: run.id, day: run.day }));
  return ok({ run });
}

async function failed(ctx: Context, turn: TurnMade, outcome: ReadOutcome & { ok: false }) {
  const { kind, status } = outcome.failure;
  return tellFailure(ctx, turn, { run: await failRun(ctx, turn, outcome), kind, status });
}

type Told = Pick<RefreshFailure, 'kind' | 'status'> & { readonly run: Run };

function tellFailure(ctx: Context, turn: Turn, { run, kind, status }: Told) {
  ctx.log.warn('refresh-failed', {
    run: run.id,
    day: turn.day,
    trigger: turn.trigger,
    kind,
    status,
    attempts: run.attempts,
  });
  return fail({ kind: 'enpass-failed', run });
}

/** Progress is written in order, one write at a time, and never outlives the reading. */
function progressWriter(ctx: Context, turn: Turn) {
  let last: Promise<void> = Promise.resolve();
  let failed = false;
  const next = (write: () => Promise<void>) => {
    // Progress is only for the eye: a database that is away here must not cost the reading under way. Behind a lock each write waits
    // ten seconds; a few of them would outlast the lease.
    last = last
      .then(() => (failed ? undefined : write()))
      .catch(() => {
        failed = true;
        ctx.log.warn('progress-not-written', { run: turn.runId });
      });
  };
  return {
    note: ({ attempt, waitingUntil }: { attempt: number; waitingUntil: Date | null }) =>
      next(() => ctx.store.runs.progress(turn.runId, { stage: 'read', attempts: attempt, waitingUntil })),
    /** For whoever looks on, and for a process that dies; the run's end keeps all attempts once more. */
    keep: (attempt: RunAttempt) => next(() => ctx.store.attempts.record(turn.runId, [attempt])),
    settled: () => last,
  };
}

const pollMs = 200;

/** Waits for another run, in this process or another, and answers as it ends. */
async function joined(ctx: Context, lease: Lease, trigger: RunTrigger): Promise<Result<{ run: Run }, RefreshRefusal>> {
  for (;;) {
    // In this order: a run ends together with its lease, so that one whose lease is gone here has an end to be seen.
    const live = await liveLease(ctx);
    const run = await ctx.store.runs.byId(ctx.organisation.id, lease.runId);
    if (run && run.outcome !== 'running')
      return run.outcome === 'succeeded' ? ok({ run }) : fail({ kind: 'enpass-failed', run });
    if (!live) {
      const again = await startRefresh(ctx, trigger);
      return again.ok ? again.value.done : again;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
