import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** One file with everything kept. Keys only when asked for: whoever has such a file can open the Enpass token in it. */
export const backUp = service({
  permission: 'organisation:manage',
  input: z.object({ file: z.string().min(1), withKeys: z.boolean().default(false) }),
  run: async (ctx, { file, withKeys }) => {
    const keys = withKeys ? { keys: { encryption: ctx.keyRing.keys().join('\n') } } : {};
    const rows = await ctx.archive.backup(file, { now: ctx.clock.now(), ...keys });
    await ctx.audit('backup-made', { detail: { withKeys } });
    return ok({ rows });
  },
});
