import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { service } from '../service';
import { accountOf } from './parts/account-of-identity';
import { type IdentityRefusal, type JudgedIdentity, judgeIdentity, providerIdentity } from './parts/judge-identity';
import { openSession } from './parts/open-session';

export type ProviderSignInFailure = IdentityRefusal;

type SignedIn = { readonly secret: string; readonly person: Pick<Person, 'id' | 'name' | 'email'> };

/** Lets in whom the company's provider vouches for, as far as the installation's own rules let them: nothing here is guessed, so no password is asked. */
export const signInByProvider = service({
  permission: 'anyone',
  input: providerIdentity.extend({
    userAgent: z.string().default(''),
    /** The secret of the session that the browser still has. */
    replaces: z.string().max(200).nullable().default(null),
  }),
  run: async (ctx, { userAgent, replaces, ...identity }): Promise<Result<SignedIn, IdentityRefusal>> => {
    const { provider } = ctx.config.signIn;
    if (ctx.oidc === null || provider === null) return fail({ kind: 'not-found' });
    const judged = judgeIdentity(identity, provider);
    if (!judged.ok) return refuse(ctx, judged.failure, { target: 'unknown', store: ctx.store });
    const { isOverage, email } = judged.value;
    if (isOverage) ctx.log.warn('groups-not-told', { claim: provider.roles?.claim ?? '' });
    return ctx.store.atomically(async (store): Promise<Result<SignedIn, IdentityRefusal>> => {
      const found = await accountOf(ctx, judged.value, store);
      if (!found.ok) return refuse(ctx, found.failure, { target: email, store });
      const person = found.value;
      await store.people.signedIn(person.id, ctx.clock.now());
      await store.identities.signedIn(judged.value, ctx.clock.now());
      const secret = await openSession(ctx, { person, signedInBy: 'sso', userAgent, replaces, store });
      return ok({ secret, person });
    });
  },
});

async function refuse(
  ctx: Context,
  failure: IdentityRefusal,
  { target, store }: { target: JudgedIdentity['email']; store: Store },
) {
  ctx.log.warn('provider-let-nobody-in', { kind: failure.kind });
  const action = failure.kind === 'ask-admin' ? 'link-refused' : 'sign-in-refused';
  await ctx.audit(action, { detail: { by: 'sso', why: failure.kind }, said: { target } }, store);
  return fail(failure);
}
