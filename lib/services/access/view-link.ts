import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { fingerprint } from '../parts/random-secret';
import { service } from '../service';

export type LinkOwner = { readonly email: string; readonly name: string };

/** Whom an invitation or password link is for. Looking does not use it: mail scanners and previews look, too. */
export const viewLink = service({
  permission: 'anyone',
  input: z.object({ kind: z.enum(['invitation', 'password-reset']), token: z.string().max(200) }),
  run: async (ctx, { kind, token }): Promise<Result<LinkOwner, { kind: 'link-expired' }>> => {
    const link = await ctx.store.links.find(kind, await fingerprint(token), ctx.clock.now());
    const person = link?.userId ? await ctx.store.people.byId(ctx.organisation.id, link.userId) : null;
    if (person === null || person.status === 'disabled') return fail({ kind: 'link-expired' });
    return ok({ email: person.email, name: person.name });
  },
});
