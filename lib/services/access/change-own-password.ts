import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { invalid } from '../parts/invalid-input';
import { fingerprint } from '../parts/random-secret';
import { hashNewPassword } from '../people/parts/new-password';
import { password } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { ownSession } from './parts/own-session';

type Failure = { readonly kind: 'too-many'; readonly retryAfterSeconds: number } | Refusal;

/** Asks for the current password, so that a borrowed screen is not enough; every other session ends. */
export const changeOwnPassword = service({
  permission: 'self:manage',
  input: z.object({ current: password, password }),
  run: async (ctx, input): Promise<Result<{ endedSessions: number }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const judged = await judgeCurrent(ctx, actor.email, input.current);
    if (!judged.ok) return judged;
    const hashed = await hashNewPassword(ctx, input.password, actor);
    if (!hashed.ok) return hashed;
    const now = ctx.clock.now();
    const endedSessions = await ctx.store.atomically(async (store) => {
      await store.people.setPassword(actor.id, hashed.value, now);
      await store.links.retire('password-reset', actor.id, now);
      await ctx.audit('password-changed', {}, store);
      return store.sessions.endAll(actor.id, now, ownSession(actor));
    });
    return ok({ endedSessions });
  },
});

/** Guesses here count like guesses at sign-in: a stolen session must not become a place to guess in peace. */
async function judgeCurrent(ctx: Context, email: string, current: string): Promise<Result<null, Failure>> {
  const account = await fingerprint(email.toLowerCase());
  const guesses = await ctx.limits.guessesPerAccount.check(account);
  if (!guesses.allowed) return fail({ kind: 'too-many', retryAfterSeconds: guesses.retryAfterSeconds });
  const known = await ctx.store.people.credentials(email);
  if (await ctx.passwords.verify(known?.passwordHash ?? null, current)) {
    await ctx.limits.guessesPerAccount.reset(account);
    return ok(null);
  }
  await ctx.audit('password-change-refused');
  return invalid('current', 'This is not your current password.');
}
