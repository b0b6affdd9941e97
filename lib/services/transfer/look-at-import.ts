import { z } from 'zod';
import { type Note, notesOf } from '@/lib/domain/consistency';
import { addDays, type Day } from '@/lib/domain/day';
import { type AdoptionCounts, type CountField, countFields } from '@/lib/domain/snapshot';
import type { Context } from '../context';
import { service } from '../service';
import { compare, type Fate, type Imported, importFields, type RowFate, refused, withFile } from './parts/compare-file';

/** A day of a file: what becomes of it, what it says, what it would replace, and which of its sums do not add up. */
export type LookedAtDay = {
  readonly day: Day;
  readonly fate: Fate;
  readonly counts: AdoptionCounts;
  readonly replaces: AdoptionCounts | null;
  readonly notes: readonly Note[];
};

/** One count as it is and as the file would add to it: days in order, neither list with the other's days but for those replaced. */
export type LookedAtLine = {
  readonly field: CountField;
  readonly there: readonly { readonly day: Day; readonly value: number }[];
  readonly added: readonly { readonly day: Day; readonly value: number }[];
};

export type LookedAt = {
  readonly imported: Imported;
  readonly days: readonly LookedAtDay[];
  /** Null where nothing would be added. */
  readonly line: LookedAtLine | null;
};

/** What an import would do, day by day, before anybody decides. Writes nothing. */
export const lookAtImport = service({
  permission: 'history:import',
  input: z.object(importFields),
  run: async (ctx, asked) =>
    withFile(ctx, asked, async ({ rows, faults }): Promise<LookedAt> => {
      if (faults.length > 0) return { imported: refused(faults), days: [], line: null };
      const { imported, fates } = await compare(ctx, ctx.store, { ...asked, rows });
      return { imported, days: fates.map(lookedAt), line: await lineOf(ctx, fates) };
    }),
});

const lookedAt = ({ row, there, fate }: RowFate): LookedAtDay => ({
  day: row.day,
  fate,
  counts: row.counts,
  replaces: fate === 'add' && there ? there.counts : null,
  notes: notesOf(row.counts),
});

/** What is around the new days, for seeing whether they go on from it. */
const aroundDays = 60;

/** The count most people look at, of those that the new days have. */
const favourites: readonly CountField[] = ['using_enpass', 'activated_license', 'assigned_license', ...countFields];

async function lineOf(ctx: Context, fates: readonly RowFate[]): Promise<LookedAtLine | null> {
  const added = fates.filter(({ fate }) => fate === 'add').map(({ row }) => row);
  const field = favourites.find((one) => added.some(({ counts }) => counts[one] !== null));
  const [first, last] = [added[0], added.at(-1)];
  if (!field || !first || !last) return null;
  const span = { from: addDays(first.day, -aroundDays), to: addDays(last.day, aroundDays) };
  const there = await ctx.store.snapshots.between(ctx.organisation.id, span);
  return { field, there: valuesOf(field, there), added: valuesOf(field, added) };
}

const valuesOf = (field: CountField, days: readonly { readonly day: Day; readonly counts: AdoptionCounts }[]) =>
  days.flatMap(({ day, counts }) => {
    const value = counts[field];
    return value === null ? [] : [{ day, value }];
  });
