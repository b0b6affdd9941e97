import { latestCredible } from '@/lib/domain/clock-skew';
import { addDays, type Day, dayIn } from '@/lib/domain/day';
import { type Freshness, freshnessOf, hasToday } from '@/lib/domain/freshness';
import type { GapReason } from '@/lib/domain/gap';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Context } from '../../context';

/** How new the numbers are, and the newest snapshot it is said of. */
export async function readFreshness(
  ctx: Pick<Context, 'store' | 'clock' | 'organisation'>,
): Promise<{ latest: Snapshot | null; freshness: Freshness }> {
  const { id, timeZone, captureTime } = ctx.organisation;
  const now = ctx.clock.now();
  const today = dayIn(now, timeZone);
  const until = latestCredible(now);
  const latest = await ctx.store.snapshots.latest(id, until);
  const lastRunToday = hasToday(latest, today) ? null : await ctx.store.runs.latestOf(id, today, until);
  const yesterday = latest && latest.day < addDays(today, -1) ? await reasonOf(ctx, addDays(today, -1)) : null;
  return { latest, freshness: freshnessOf({ duty: { now, timeZone, captureTime, lastRunToday }, latest, yesterday }) };
}

async function reasonOf(ctx: Pick<Context, 'store' | 'organisation'>, day: Day): Promise<GapReason> {
  const failure = (await ctx.store.runs.latestOf(ctx.organisation.id, day))?.failure;
  return failure ? { reason: failure.kind, status: failure.status } : { reason: 'not-running', status: null };
}
