import { z } from 'zod';
import { endAllQuery } from '@/lib/api/person';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { isOwnToken } from './parts/own-token';
import { revokeTokensOf } from './parts/revoke-tokens';

const { current } = endAllQuery.shape;

type Failure = { readonly kind: 'not-found' } | Refusal;
type Revoked = { readonly revoked: number };
type Owner = { readonly id: string; readonly email: string };

/** One by its id, or `others`: all but the one that asks, and with `current` that one, too. */
const token = z.string({ error: 'Choose a token.' }).min(1, { error: 'Choose a token.' }).max(100);

/** Tokens of one's own. */
export const revokeOwnTokens = service({
  permission: 'self:manage',
  input: z.strictObject({ token, current }),
  run: async (ctx, input): Promise<Result<Revoked, Failure>> =>
    ctx.actor.kind === 'person'
      ? revoke(ctx, ctx.actor, whichOf(input.token, input.current))
      : fail({ kind: 'not-signed-in' }),
});

/** Anybody's, for who manages people. */
export const revokeTokens = service({
  permission: 'people:manage',
  input: z.strictObject({ person: personField, token, current }),
  run: async (ctx, input): Promise<Result<Revoked, Failure>> => {
    const owner = await personOf(ctx, input.person);
    return owner === null ? fail({ kind: 'not-found' }) : revoke(ctx, owner, whichOf(input.token, input.current));
  },
});

/** Somebody's of one name: the command line's way. */
export const revokeTokensNamed = service({
  permission: 'people:manage',
  input: z.object({ person: personField, name: z.string().max(60) }),
  run: async (ctx, { person, name }): Promise<Result<Revoked, Failure>> => {
    const owner = await personOf(ctx, person);
    if (owner === null) return fail({ kind: 'not-found' });
    return revokeWhich(ctx, owner, (token) => token.name === name);
  },
});

async function revoke(ctx: Context, owner: Owner, which: string): Promise<Result<Revoked, Failure>> {
  if (which !== 'all' && which !== 'others') return revokeWhich(ctx, owner, ({ id }) => id === which);
  const revoked = await revokeWhich(ctx, owner, ({ id }) => which === 'all' || !isOwnToken(ctx.actor, id));
  return revoked.ok ? revoked : ok({ revoked: 0 });
}

function revokeWhich(ctx: Context, owner: Owner, which: (token: { id: string; name: string }) => boolean) {
  return ctx.store.atomically(async (store): Promise<Result<Revoked, Failure>> => {
    const revoked = await revokeTokensOf(ctx, { owner, which, store });
    return revoked > 0 ? ok({ revoked }) : fail({ kind: 'not-found' });
  });
}

const whichOf = (asked: string, current: string | undefined): string =>
  asked === 'others' && current === '1' ? 'all' : asked;
