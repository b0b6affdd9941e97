import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Actor } from '@/lib/domain/roles';
import type { Context } from '../context';
import { invalid } from '../parts/invalid-input';
import { hashNewPassword } from '../people/parts/new-password';
import { password, ticked } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { revokeTokensOf } from '../tokens/parts/revoke-tokens';
import { countGuess, type TooMany } from './parts/count-guess';
import { ownSession } from './parts/own-session';

type Failure = TooMany | Refusal;
type Changed = { readonly endedSessions: number; readonly revokedTokens: number };
type Asks = Actor & { kind: 'person' };

/** Asks for the current password, so that a borrowed screen is not enough; every other session ends. */
export const changeOwnPassword = service({
  permission: 'self:manage',
  input: z.object({ current: password, password, revokeTokens: ticked }),
  run: async (ctx, input): Promise<Result<Changed, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const judged = await judgeCurrent(ctx, actor, input.current);
    if (!judged.ok) return judged;
    const hashed = await hashNewPassword(ctx, input.password, actor);
    if (!hashed.ok) return hashed;
    const now = ctx.clock.now();
    return ctx.store.atomically(async (store): Promise<Result<Changed, Failure>> => {
      await store.people.setPassword(actor.id, hashed.value, now);
      await store.links.retire('password-reset', actor.id, now);
      await ctx.audit('password-changed', {}, store);
      const endedSessions = await store.sessions.endAll(actor.id, now, ownSession(actor));
      const revokedTokens = input.revokeTokens ? await revokeTokensOf(ctx, { owner: actor, which: every, store }) : 0;
      return ok({ endedSessions, revokedTokens });
    });
  },
});

const every = () => true;

/** Guesses here count, too: a stolen session must not become a place to guess in peace. They are the session's own, whatever strangers guess. */
async function judgeCurrent(ctx: Context, asks: Asks, current: string): Promise<Result<null, Failure>> {
  const guess = await countGuess(ctx, { account: asks.email, own: `session ${ownSession(asks) ?? asks.id}` });
  if (!guess.ok) return guess;
  const known = await ctx.store.people.credentials(asks.email);
  if (await ctx.passwords.verify(known?.passwordHash ?? null, current)) {
    await guess.value.wasRight();
    return ok(null);
  }
  await ctx.audit('password-change-refused');
  return invalid('current', 'This is not your current password.');
}
