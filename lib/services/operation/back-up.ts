import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import type { Context } from '../context';
import { isDatabaseAway } from '../parts/database-away';
import { service } from '../service';

/** One file with everything kept. Keys only when asked for: whoever has such a file can open the Enpass token in it. */
export const backUp = service({
  permission: 'organisation:manage',
  input: z.object({ file: z.string().min(1), withKeys: z.boolean().default(false) }),
  run: async (ctx, { file, withKeys }) => {
    const keys = withKeys ? { keys: { encryption: ctx.keyRing.keys().join('\n') } } : {};
    const rows = await ctx.archive.backup(file, { now: ctx.clock.now(), ...keys });
    return ok({ rows, isNoted: await noted(ctx, withKeys) });
  },
});

/** A stand-by can be backed up and takes no note of it. */
async function noted(ctx: Context, withKeys: boolean): Promise<boolean> {
  try {
    await ctx.audit('backup-made', { detail: { withKeys } });
    return true;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return false;
  }
}
