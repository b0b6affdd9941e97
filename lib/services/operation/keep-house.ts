import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { actorName } from '../parts/actor-name';
import { service } from '../service';

const dayMs = 86_400_000;
const keptDays = 90;

/** What is due once a day: old networks are forgotten, what ended long ago is deleted, and the log says where every chain ends. */
export const keepHouse = service({
  permission: 'organisation:manage',
  input: z.object({}),
  run: async (ctx) => {
    const now = ctx.clock.now();
    const ago = (days: number) => new Date(now.getTime() - days * dayMs);
    const { auditRetentionDays: days } = ctx.config;
    const forgetting = { at: now, by: actorName(ctx) };
    const forgotten =
      days === null
        ? 0
        : await ctx.store.privacy.forgetNetworks(ctx.organisation.id, { ...forgetting, before: ago(days) });
    const swept = await ctx.store.privacy.sweep(ago(keptDays));
    const { heads } = await ctx.archive.heads(now);
    const ends = Object.entries(heads).map(([chain, head]) => [chain, `${head.length} ${head.hash} ${head.keyId}`]);
    ctx.log.info('chain-heads', { at: now.toISOString(), ...Object.fromEntries(ends) });
    return ok({ forgotten, ...swept });
  },
});
