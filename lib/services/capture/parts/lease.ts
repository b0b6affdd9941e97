import type { Lease } from '@/lib/adapters/db/stores/leases';
import { latestCredible } from '@/lib/domain/clock-skew';
import { type Day, dayIn } from '@/lib/domain/day';
import type { RunTrigger } from '@/lib/domain/run';
import type { Context } from '../../context';

/** The lease of a refresh under way in any process, null when there is none. */
export async function liveLease(ctx: Context): Promise<Lease | null> {
  const lease = await ctx.store.leases.current(ctx.organisation.id);
  return lease && isLive(ctx, lease) ? lease : null;
}

/** A lease that ends later than any taken now was written while the clock ran ahead: nobody lives as long as it says. */
function isLive(ctx: Context, { expiresAt }: Lease): boolean {
  const now = ctx.clock.now();
  return expiresAt > now && expiresAt <= latestCredible(leaseEnd(ctx, now));
}

const leaseEnd = (ctx: Context, now: Date): Date =>
  new Date(now.getTime() + ctx.config.enpassRunDeadlineMs + leaseMarginMs);

/** A run's turn: it may record as long as the lease still carries its fence. */
export type Turn = {
  readonly runId: string;
  readonly fence: number;
  readonly expiresAt: Date;
  readonly trigger: RunTrigger;
  readonly day: Day;
};

// Past the run's own deadline nothing is asked any more; the margin is for writing the answer down.
const leaseMarginMs = 5_000;

export function takeTurn(ctx: Context, trigger: RunTrigger): Promise<Turn | null> {
  const now = ctx.clock.now();
  const runId = crypto.randomUUID();
  const day = dayIn(now, ctx.organisation.timeZone);
  const expiresAt = leaseEnd(ctx, now);
  return ctx.store.atomically(async (store) => {
    const taken = await store.leases.take(ctx.organisation.id, { runId, now, expiresAt });
    if (!taken) return null;
    if (taken.expired) await giveUp(ctx, store, taken.expired);
    const startedByName =
      ctx.actor.kind === 'person' ? ctx.actor.name : trigger === 'cli' ? 'command line' : 'schedule';
    await store.runs.begin(ctx.organisation.id, { id: runId, trigger, startedByName, startedAt: now, day });
    return { runId, fence: taken.fence, expiresAt, trigger, day };
  });
}

/** Ends a run whose process died: its lease ran out and nobody released it, or it came back with a backup, without a lease. */
export async function endDeadRun(ctx: Context): Promise<void> {
  // In this order: a run begins together with its lease, so that one seen here has a lease to be seen.
  const run = await ctx.store.runs.running(ctx.organisation.id);
  if (run === null) return;
  const lease = await ctx.store.leases.current(ctx.organisation.id);
  if (lease?.runId !== run.id || !isLive(ctx, lease)) await giveUp(ctx, ctx.store, run.id);
}

async function giveUp(ctx: Context, store: Context['store'], runId: string): Promise<void> {
  const failure = { kind: 'not-running', detail: 'stopped', status: null, nextTryAt: null } as const;
  await store.runs.giveUp(runId, { finishedAt: ctx.clock.now(), failure });
}
