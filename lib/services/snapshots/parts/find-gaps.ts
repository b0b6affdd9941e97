import { type GapDay, type GapQuestion, gapDaysOf, hasGaps } from '@/lib/domain/gap';
import type { Run } from '@/lib/domain/run';
import type { Context } from '../../context';

export type FoundGaps = { readonly days: readonly GapDay[]; readonly failedRuns: readonly Run[] };

/** The gap days from `since` to yesterday, and the failed runs between the first and the last of them; nothing is asked when nothing is missing. */
export async function findGaps(
  ctx: Pick<Context, 'store' | 'organisation'>,
  span: Omit<GapQuestion, 'timeZone' | 'failedRuns'>,
): Promise<FoundGaps> {
  if (!hasGaps(span)) return { days: [], failedRuns: [] };
  const { id, timeZone } = ctx.organisation;
  const missing = gapDaysOf({ ...span, timeZone, failedRuns: [] });
  const [first, last] = [missing[0], missing.at(-1)];
  if (!first || !last) return { days: [], failedRuns: [] };
  const failedRuns = await ctx.store.runs.failures(id, { from: first.day, to: last.day });
  return { days: gapDaysOf({ ...span, timeZone, failedRuns }), failedRuns };
}
