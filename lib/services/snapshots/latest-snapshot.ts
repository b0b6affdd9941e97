import { z } from 'zod';
import { latestCredible } from '@/lib/domain/clock-skew';
import { fail, ok } from '@/lib/domain/result';
import { service } from '../service';

export const latestSnapshot = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const snapshot = await ctx.store.snapshots.latest(ctx.organisation.id, latestCredible(ctx.clock.now()));
    return snapshot === null ? fail({ kind: 'not-found' }) : ok(snapshot);
  },
});
