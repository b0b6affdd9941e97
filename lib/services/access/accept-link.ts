import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { auditAs } from '../parts/audit-as';
import { fingerprint } from '../parts/random-secret';
import { hashNewPassword } from '../people/parts/new-password';
import { password, ticked } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { revokeTokensOf } from '../tokens/parts/revoke-tokens';
import { takePassword } from './parts/take-password';

type Failure = { readonly kind: 'link-expired' } | Refusal;

/** Takes the password chosen by invitation or reset link; every session of before ends. */
export const acceptLink = service({
  permission: 'anyone',
  input: z.object({
    kind: z.enum(['invitation', 'password-reset']),
    token: z.string().max(200),
    password,
    revokeTokens: ticked,
  }),
  run: async (ctx, { kind, token, password, revokeTokens }): Promise<Result<{ email: string }, Failure>> => {
    const now = ctx.clock.now();
    const link = await ctx.store.links.find(kind, await fingerprint(token), now);
    const person = link?.userId ? await ctx.store.people.byId(ctx.organisation.id, link.userId) : null;
    if (!link || person === null) return fail({ kind: 'link-expired' });
    const hashed = await hashNewPassword(ctx, password, person);
    if (!hashed.ok) return hashed;
    return ctx.store.atomically(async (store): Promise<Result<{ email: string }, Failure>> => {
      if (!(await store.links.use(link.id, now))) return fail({ kind: 'link-expired' });
      const current = await store.people.byId(ctx.organisation.id, person.id);
      if (current === null || current.status === 'disabled') return fail({ kind: 'link-expired' });
      await takePassword(ctx, { person: current, hash: hashed.value, store });
      const action = kind === 'invitation' ? 'invitation-accepted' : 'password-reset';
      await auditAs(ctx, current, { action, target: current.id, store });
      if (revokeTokens) await revokeTokensOf(ctx, { owner: current, by: current, which: () => true, store });
      return ok({ email: current.email });
    });
  },
});
