import { askAgainFrom, isCaptured } from '@/lib/domain/captured';
import { latestCredible } from '@/lib/domain/clock-skew';
import { addDays, type Day, dayIn } from '@/lib/domain/day';
import { type Freshness, freshnessOf, hasToday } from '@/lib/domain/freshness';
import { type GapReason, isMissed } from '@/lib/domain/gap';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Context } from '../../context';
import { findGaps } from './find-gaps';

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
  const { yesterday, lost } = await missedSince(ctx, latest?.day ?? today, today);
  const notBefore = latest?.day === today && !isCaptured(latest) ? askAgainFrom(latest, timeZone) : null;
  const duty = { now, timeZone, captureTime, lastRunToday, notBefore };
  return { latest, freshness: freshnessOf({ duty, latest, yesterday, lost }) };
}

type Missed = { readonly yesterday: GapReason | null; readonly lost: number };

/** Why the last of the days since the newest snapshot is missing, and how many of them the zone lost, so that nobody missed them. */
async function missedSince(ctx: Pick<Context, 'store' | 'organisation'>, lastDay: Day, today: Day): Promise<Missed> {
  if (lastDay >= addDays(today, -1)) return { yesterday: null, lost: 0 };
  const { days } = await findGaps(ctx, { captured: [lastDay], first: lastDay, since: lastDay, today });
  const missed = days.filter(isMissed);
  return { yesterday: missed.at(-1) ?? null, lost: days.length - missed.length };
}
