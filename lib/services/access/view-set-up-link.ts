import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { fingerprint } from '../parts/random-secret';
import { service } from '../service';

export type DeadSetUpLink = { readonly kind: 'set-up-closed' } | { readonly kind: 'link-expired' };

/** Whether a set-up link still works, asked before anybody fills in a form. Looking does not use it. */
export const viewSetUpLink = service({
  permission: 'anyone',
  input: z.object({ token: z.string().max(200) }),
  run: async (ctx, { token }): Promise<Result<null, DeadSetUpLink>> => {
    if (await ctx.store.people.any()) return fail({ kind: 'set-up-closed' });
    const link = await ctx.store.links.find('set-up', await fingerprint(token), ctx.clock.now());
    return link === null ? fail({ kind: 'link-expired' }) : ok(null);
  },
});
