import { type GapDay, type GapSpan, gapDaysOf, hasGaps } from '@/lib/domain/gap';
import type { Run } from '@/lib/domain/run';
import type { Context } from '../../context';
import { readFailedRuns } from './read-failed-runs';
import { readZoneHistory } from './read-zone-history';

export type FoundGaps = { readonly days: readonly GapDay[]; readonly failedRuns: readonly Run[] };

/** The gap days from `since` to yesterday, and the failed runs between the first and the last of them; nothing is asked when nothing is missing. */
export async function findGaps(ctx: Pick<Context, 'store' | 'organisation'>, span: GapSpan): Promise<FoundGaps> {
  if (!hasGaps(span)) return { days: [], failedRuns: [] };
  const zones = await readZoneHistory(ctx);
  const missing = gapDaysOf({ ...span, zones, failedRuns: [] });
  const [first, last] = [missing[0], missing.at(-1)];
  if (!first || !last) return { days: [], failedRuns: [] };
  const days = { from: first.day, to: last.day };
  const [failedRuns, tooEarly] = await Promise.all([
    readFailedRuns(ctx, days),
    ctx.store.snapshots.tooEarly(ctx.organisation.id, days),
  ]);
  return { days: gapDaysOf({ ...span, zones, failedRuns, tooEarly }), failedRuns };
}
