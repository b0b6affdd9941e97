import { z } from 'zod';
import type { NewReading } from '@/lib/adapters/db/stores/readings';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { HistoryRow, ParsedHistory } from '@/lib/api/imports/history-file';
import { grouped } from '@/lib/domain/count-groups';
import type { Context } from '../context';
import { service } from '../service';
import { compare, type Imported, importFields, refused, withFile } from './parts/compare-file';

export type { Imported };

/** Takes old numbers into the history, all or nothing. A dry run answers the same and writes nothing. */
export const importHistory = service({
  permission: 'history:import',
  input: z.object({
    ...importFields,
    dryRun: z.boolean().default(false),
    fileName: z
      .string()
      .max(255)
      .regex(/^\P{C}*$/u, 'A file name has no control characters')
      .optional(),
  }),
  run: async (ctx, asked) =>
    withFile(ctx, asked, async (file) => {
      if (file.faults.length > 0) return refused(file.faults);
      if (asked.dryRun) return (await compare(ctx, ctx.store, { ...asked, rows: file.rows })).imported;
      return ctx.store.atomically((store) => take(ctx, store, { ...asked, rows: file.rows }));
    }),
});

type Taken = Pick<ParsedHistory, 'rows'> & {
  readonly replaceImported: boolean;
  readonly fileName?: string | undefined;
};

async function take(ctx: Context, store: Store, { rows, replaceImported, fileName }: Taken): Promise<Imported> {
  await store.readings.lock(ctx.organisation.id);
  const { imported, adds } = await compare(ctx, store, { rows, replaceImported });
  const [first, last] = [adds[0], adds.at(-1)];
  if (!first || !last) return imported;
  const now = ctx.clock.now();
  const readings = readingsOf(adds, now);
  await store.readings.record(ctx.organisation.id, readings);
  const { added, replaced, unchanged, kept } = imported;
  const detail = { added, replaced, unchanged, kept, from: first.day, to: last.day };
  await ctx.audit('history-imported', { detail, said: { target: fileName ?? 'file' } }, store);
  return imported;
}

function* readingsOf(rows: readonly HistoryRow[], now: Date): Generator<NewReading> {
  for (const row of rows) yield readingOf(row, now);
}

/** Where the file does not say when its numbers were taken, they count as taken now. */
const readingOf = ({ day, takenAt, counts }: HistoryRow, now: Date): NewReading => ({
  day,
  takenAt: takenAt ?? now,
  source: 'imported',
  body: JSON.stringify(grouped(counts)),
  counts,
  runId: null,
});
