import { z } from 'zod';
import { fail, ok } from '@/lib/domain/result';
import { service } from './service';

export const latestSnapshot = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const snapshot = await ctx.store.snapshots.latest(ctx.organisation.id);
    return snapshot === null ? fail({ kind: 'not-found' }) : ok(snapshot);
  },
});
