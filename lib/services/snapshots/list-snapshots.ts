import { snapshotsQuery } from '@/lib/api/snapshot';
import { isCaptured } from '@/lib/domain/captured';
import { addDays, type Day } from '@/lib/domain/day';
import type { GapDay } from '@/lib/domain/gap';
import type { Period } from '@/lib/domain/period';
import { ok } from '@/lib/domain/result';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Context } from '../context';
import { service } from '../service';
import { findGaps } from './parts/find-gaps';

export type SnapshotPage = {
  readonly snapshots: readonly Snapshot[];
  /** The gaps between this page's first and last day. */
  readonly gaps: readonly GapDay[];
  readonly next: string | null;
};

/** Oldest first; the cursor is the last day of the page before. */
export const listSnapshots = service({
  permission: 'adoption:see',
  input: snapshotsQuery,
  run: async (ctx, { from, to, limit, cursor }) => {
    const goesOn = cursor === undefined ? from : addDays(cursor, 1);
    const span: Period = { from: goesOn ?? '0001-01-01', to: to ?? '9999-12-31' };
    const found = span.from > span.to ? [] : await ctx.store.snapshots.between(ctx.organisation.id, span, limit + 1);
    const snapshots = found.slice(0, limit);
    const last = snapshots.at(-1);
    const next = found.length > limit && last !== undefined ? last.day : null;
    const gaps = await gapsIn(ctx, { since: span.from, until: next ?? span.to, snapshots });
    return ok<SnapshotPage>({ snapshots, gaps, next });
  },
});

type PageDays = { readonly since: Day; readonly until: Day; readonly snapshots: readonly Snapshot[] };

async function gapsIn(ctx: Context, { since, until, snapshots }: PageDays): Promise<GapDay[]> {
  const extent = await ctx.store.snapshots.extent(ctx.organisation.id);
  const today = ctx.today();
  const end = until < today ? addDays(until, 1) : today;
  if (extent === null || since >= end) return [];
  const captured = snapshots.filter(isCaptured).map(({ day }) => day);
  return [...(await findGaps(ctx, { captured, first: extent.first, since, today: end })).days];
}
