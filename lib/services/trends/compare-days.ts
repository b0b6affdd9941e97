import { z } from 'zod';
import { compareQuery } from '@/lib/api/compare';
import type { Annotation } from '@/lib/domain/annotation';
import { type ComparedMetric, compareCounts } from '@/lib/domain/comparison';
import { type Note, notesOn } from '@/lib/domain/consistency';
import { addDays, type Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import { ok, type Result } from '@/lib/domain/result';
import type { Snapshot } from '@/lib/domain/snapshot';
import { fullDay } from '@/lib/views/words/numbers';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';

/** A day that was asked for and the snapshot that stands for it: the day's own, or the nearest earlier one when the day is a gap. */
export type ComparedDay = { readonly asked: Day; readonly snapshot: Snapshot; readonly notes: readonly Note[] };

export type Comparison = {
  readonly before: ComparedDay;
  readonly after: ComparedDay;
  readonly metrics: readonly ComparedMetric[];
  /** Between the two snapshots, whichever days were asked for. */
  readonly annotations: readonly Annotation[];
};

/** Two days side by side. */
export const compareDays = service({
  permission: 'adoption:see',
  input: compareQuery,
  run: sideBySide,
});

/**
 * What is compared before anybody has chosen days: the newest snapshot with a week before it. Today’s need not have come yet, and
 * a week without snapshots would be held against itself.
 */
export const compareNewest = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx): Promise<Result<Comparison, InvalidInput>> => {
    const newest = await dayOf(ctx, ctx.today(), 'to');
    if (!newest.ok) return newest;
    const { day } = newest.value.snapshot;
    return sideBySide(ctx, { from: addDays(day, -7), to: day });
  },
});

async function sideBySide(ctx: Context, { from, to }: Period): Promise<Result<Comparison, InvalidInput>> {
  const before = await dayOf(ctx, from, 'from');
  if (!before.ok) return before;
  const after = await dayOf(ctx, to, 'to');
  if (!after.ok) return after;
  const between = { from: before.value.snapshot.day, to: after.value.snapshot.day };
  return ok({
    before: before.value,
    after: after.value,
    metrics: compareCounts(before.value.snapshot.counts, after.value.snapshot.counts),
    annotations: await ctx.store.annotations.touching(ctx.organisation.id, between),
  });
}

async function dayOf(
  { store, organisation, today }: Context,
  asked: Day,
  path: 'from' | 'to',
): Promise<Result<ComparedDay, InvalidInput>> {
  if (asked > today()) return invalid(path, 'lies in the future');
  const first = await store.snapshots.firstDay(organisation.id);
  if (first === null) return invalid(path, 'there is no snapshot yet');
  const [snapshot] = await store.snapshots.closingSnapshots(organisation.id, [{ from: first, to: asked }]);
  return snapshot
    ? ok({ asked, snapshot, notes: notesOn(snapshot) })
    : invalid(path, asked < first ? `the first snapshot is of ${fullDay(first)}` : 'no day up to then was captured');
}
