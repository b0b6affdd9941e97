import { z } from 'zod';
import type { NewReading } from '@/lib/adapters/db/stores/readings';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { compare, type Imported, importFields, readHistory, refused } from './parts/compare-file';

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
  run: async (ctx, { text, format, dryRun, replaceImported, fileName }) => {
    const { rows, errors } = readHistory(ctx, text, format);
    if (errors.length > 0) return ok(refused(errors));
    if (dryRun) return ok((await compare(ctx, ctx.store, { rows, replaceImported })).imported);
    return ok(
      await ctx.store.atomically(async (store) => {
        await store.readings.lock(ctx.organisation.id);
        const { imported, readings } = await compare(ctx, store, { rows, replaceImported });
        if (imported.errors.length > 0 || readings.length === 0) return imported;
        await store.readings.record(ctx.organisation.id, readings);
        await ctx.audit(
          'history-imported',
          { target: fileName ?? format, detail: detailOf(imported, readings) },
          store,
        );
        return imported;
      }),
    );
  },
});

const detailOf = ({ added, unchanged, kept }: Imported, readings: readonly NewReading[]) => ({
  added,
  unchanged,
  kept,
  from: readings[0]?.day ?? null,
  to: readings.at(-1)?.day ?? null,
});
