import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** Where every chain ends now: whoever keeps it elsewhere can prove later that nothing before it was taken away. */
export const viewChainHeads = service({
  permission: 'organisation:manage',
  input: z.object({}),
  run: async (ctx) => ok(await ctx.archive.heads(ctx.clock.now())),
});
