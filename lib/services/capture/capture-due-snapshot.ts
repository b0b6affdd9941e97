import { z } from 'zod';
import { askAgainFrom, isCaptured } from '@/lib/domain/captured';
import { latestCredible } from '@/lib/domain/clock-skew';
import { dayIn } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import { type Decision, decide } from '@/lib/domain/schedule';
import { resolveConnection } from '../connection/parts/resolve-connection';
import type { Context } from '../context';
import { service } from '../service';
import { endDeadRun, liveLease } from './parts/lease';
import { refreshSnapshot } from './refresh-snapshot';

/**
 * One beat of the scheduler: is today's snapshot missing, and is it past the time? Says when to ask again at the latest
 * (null: nothing before the usual minute).
 */
export const captureDueSnapshot = service({
  permission: 'refresh:run',
  input: z.object({}),
  run: async (ctx) => {
    if (ctx.shutdown.aborted) return ok({ checkAgainAt: null });
    await endDeadRun(ctx);
    const lease = await liveLease(ctx);
    if (lease) return ok({ checkAgainAt: lease.expiresAt });
    const decision = await decideNow(ctx);
    if (decision.kind === 'due') await refreshSnapshot(ctx, { trigger: 'scheduled' });
    return ok({ checkAgainAt: decision.kind === 'wait' ? decision.until : null });
  },
});

async function decideNow(ctx: Context): Promise<Decision> {
  const { id, timeZone, captureTime } = ctx.organisation;
  const now = ctx.clock.now();
  const day = dayIn(now, timeZone);
  const [snapshot, lastRun, connection, stored] = await Promise.all([
    ctx.store.snapshots.on(id, day),
    ctx.store.runs.latestOf(id, day, latestCredible(now)),
    resolveConnection(ctx),
    ctx.store.connections.of(id),
  ]);
  if (!connection) return { kind: 'nothing' };
  // What failed with the old address or token says nothing about the new one.
  const superseded = lastRun !== null && stored !== null && stored.savedAt > lastRun.startedAt;
  const lastRunToday = superseded ? null : lastRun;
  return decide({
    now,
    timeZone,
    captureTime,
    capturedToday: snapshot !== null && snapshot.source !== 'imported' && isCaptured(snapshot),
    notBefore: snapshot && !isCaptured(snapshot) ? askAgainFrom(snapshot, timeZone) : null,
    lastRunToday,
  });
}
