import { z } from 'zod';
import { endAllQuery } from '@/lib/api/person';
import { fail, ok, type Result } from '@/lib/domain/result';
import { isConfirmed } from '@/lib/domain/second-factor';
import type { Context } from '../context';
import { person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { ownSession } from './parts/own-session';

const { current } = endAllQuery.shape;

type Failure = { readonly kind: 'not-found' } | Refusal;
type Ended = { readonly ended: number };

/** One by its id, or `others`: all but the one that asks, and with `current` that one, too. */
const session = z.string({ error: 'Choose a session.' }).regex(/^[\w-]{1,100}$/, { error: 'Choose a session.' });

/** Ends sessions of one's own. */
export const endOwnSessions = service({
  permission: 'self:manage',
  input: z.strictObject({ session, current }),
  run: async (ctx, input): Promise<Result<Ended, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const which = whichOf(input.session, input.current);
    // Whoever has got hold of one session must not shut its owner out of the others.
    const isStale = 'session' in actor.via && !isConfirmed(actor.via.confirmedAt, ctx.clock.now());
    return isStale && which !== ownSession(actor) ? fail({ kind: 'confirm-yourself' }) : end(ctx, actor, which);
  },
});

/** Ends anybody's, for who manages people. */
export const endSessions = service({
  permission: 'people:manage',
  input: z.strictObject({ person: personField, session, current }),
  run: async (ctx, input): Promise<Result<Ended, Failure>> => {
    const owner = await personOf(ctx, input.person);
    return owner === null ? fail({ kind: 'not-found' }) : end(ctx, owner, whichOf(input.session, input.current));
  },
});

function end(ctx: Context, owner: { id: string; email: string }, which: string): Promise<Result<Ended, Failure>> {
  const now = ctx.clock.now();
  return ctx.store.atomically(async (store): Promise<Result<Ended, Failure>> => {
    const isOne = which !== 'others' && which !== 'all';
    const ended = isOne
      ? Number(await store.sessions.end(owner.id, which, now))
      : await store.sessions.endAll(owner.id, now, which === 'others' ? ownSession(ctx.actor) : undefined);
    if (isOne && ended === 0) return fail({ kind: 'not-found' });
    const isOwn = ctx.actor.kind === 'person' && ctx.actor.id === owner.id;
    const target = isOwn ? {} : { target: owner.id, said: { target: owner.email } };
    if (ended > 0) await ctx.audit('sessions-ended', { ...target, detail: { ended } }, store);
    return ok({ ended });
  });
}

const whichOf = (asked: string, current: string | undefined): string =>
  asked === 'others' && current === '1' ? 'all' : asked;
