import { runPath } from '@/lib/api/run';
import { type Note, notesOn } from '@/lib/domain/consistency';
import { retryOf } from '@/lib/domain/freshness';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Run } from '@/lib/domain/run';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import type { Here } from '@/lib/views/words/numbers';
import type { Context } from '../context';
import { service } from '../service';
import { readFreshness } from '../snapshots/parts/read-freshness';
import { took } from './parts/took';

export type RunPageView = {
  readonly here: Here;
  readonly run: Run;
  /** None where the run is from before they were kept one by one, or sent no request. */
  readonly attempts: readonly RunAttempt[];
  /** What the run added: how large the answer is in bytes, and its SHA-256. */
  readonly reading: { readonly takenAt: Date; readonly bytes: number; readonly sha256: string } | null;
  /** What does not add up in the day's snapshot; null when it is not this run's. */
  readonly notes: readonly Note[] | null;
  /** When the scheduler tries again after this very run; null when another run or a snapshot came since. */
  readonly nextTryAt: Date | null;
  readonly older: string | null;
  readonly newer: string | null;
};

/** One run with everything that is kept of it, but for the answer itself. */
export const viewRunPage = service({
  permission: 'run:see',
  input: runPath,
  run: async (ctx, { id }): Promise<Result<RunPageView, { kind: 'not-found' }>> => {
    const { store, organisation } = ctx;
    const run = await store.runs.byId(organisation.id, id);
    if (run === null) return fail({ kind: 'not-found' });
    const [attempts, reading, snapshot, neighbours, { freshness }] = await Promise.all([
      store.attempts.of(run.id),
      readingOf(ctx, run),
      run.outcome === 'succeeded' ? store.snapshots.on(organisation.id, run.day) : null,
      store.runs.neighbours(organisation.id, run),
      readFreshness(ctx),
    ]);
    const notes = snapshot && took(run, snapshot) ? notesOn(snapshot) : null;
    const here = { now: ctx.clock.now(), timeZone: organisation.timeZone };
    return ok({ here, run, attempts, reading, notes, nextTryAt: retryOf(run, freshness), ...neighbours });
  },
});

async function readingOf({ store, organisation }: Context, { readingId }: Run): Promise<RunPageView['reading']> {
  const reading = readingId === null ? null : await store.readings.byId(organisation.id, readingId);
  if (reading === null) return null;
  return { takenAt: reading.takenAt, bytes: Buffer.byteLength(reading.body), sha256: reading.bodySha256 };
}
