import { z } from 'zod';
import { fail, ok } from '@/lib/domain/result';
import { createLink } from '../people/parts/create-link';
import { service } from '../service';

/**
 * The link with which the first admin makes an account. Earlier ones stay good until one is used: several processes may
 * start at once, and each prints its own.
 */
export const createSetUpLink = service({
  permission: 'people:manage',
  input: z.object({}),
  run: async (ctx) => {
    if (await ctx.store.people.any()) return fail({ kind: 'set-up-closed' });
    const link = await ctx.store.atomically(async (store) => {
      await ctx.audit('set-up-link-created', {}, store);
      return createLink(ctx, { kind: 'set-up', userId: null, store });
    });
    return ok(link);
  },
});
