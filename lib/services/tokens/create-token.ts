import { z } from 'zod';
import { inDigits } from '@/lib/api/common';
import { fail, ok, type Result } from '@/lib/domain/result';
import { tokenScopes } from '@/lib/domain/roles';
import { tokenPrefix } from '../access/parts/recognise-token';
import type { Context } from '../context';
import { fingerprint, randomSecret } from '../parts/random-secret';
import { person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';

const dayMs = 86_400_000;

const fields = {
  name: z
    .string({ error: 'Enter a name.' })
    .trim()
    .min(1, { error: 'Enter a name that says what uses the token.' })
    .max(60, { error: 'At most 60 characters are possible.' })
    .regex(/^\P{C}*$/u, { error: 'A name has no control characters.' }),
  scope: z.enum(tokenScopes, { error: `Choose a scope: ${tokenScopes.join(', ')}.` }).default('read'),
  days: inDigits(
    z
      .int({ error: 'Enter whole days.' })
      .min(1, { error: 'At least one day.' })
      .max(365, { error: 'At most 365 days are possible.' }),
  ).default(90),
};

/** `token` is told once, here. */
export type NewToken = {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly expiresAt: Date;
};

type Failure = { readonly kind: 'not-found' } | { readonly kind: 'person-disabled' } | Refusal;

/** A token for oneself; it may do at most what its owner may. */
export const createOwnToken = service({
  permission: 'self:manage',
  confirmed: true,
  input: z.object(fields),
  run: async (ctx, token): Promise<Result<NewToken, Failure>> => {
    if (ctx.actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    return ok(await issue(ctx, { ...token, owner: ctx.actor }));
  },
});

/** A token for somebody else: the command line's way. */
export const createToken = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ ...fields, person: personField }),
  run: async (ctx, { person, ...token }): Promise<Result<NewToken, Failure>> => {
    const owner = await personOf(ctx, person);
    if (owner === null) return fail({ kind: 'not-found' });
    if (owner.status !== 'active') return fail({ kind: 'person-disabled' });
    return ok(await issue(ctx, { ...token, owner }));
  },
});

type Wanted = {
  name: string;
  scope: (typeof tokenScopes)[number];
  days: number;
  owner: { id: string; email: string };
};

async function issue(ctx: Context, { name, scope, days, owner }: Wanted): Promise<NewToken> {
  const token = randomSecret(tokenPrefix);
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + days * dayMs);
  const id = crypto.randomUUID();
  const hash = await fingerprint(token);
  await ctx.store.atomically(async (store) => {
    const row = { id, userId: owner.id, name, last4: token.slice(-4), scope, createdAt, expiresAt, hash };
    await store.tokens.create(ctx.organisation.id, row);
    await ctx.audit(
      'token-created',
      { target: owner.id, detail: { token: id, scope }, said: { target: owner.email, token: name } },
      store,
    );
  });
  return { id, token, name, expiresAt };
}
