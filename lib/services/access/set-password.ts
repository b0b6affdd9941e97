import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import { hashNewPassword } from '../people/parts/new-password';
import { password as passwordField, person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { takePassword } from './parts/take-password';

type Failure = { readonly kind: 'not-found' } | Refusal;

/** Gives somebody a password at once: the command line's way in when nobody can make links. */
export const setPassword = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField, password: passwordField }),
  run: async (ctx, input): Promise<Result<{ person: Person }, Failure>> => {
    const owner = await personOf(ctx, input.person);
    if (owner === null) return fail({ kind: 'not-found' });
    const hashed = await hashNewPassword(ctx, input.password, owner);
    if (!hashed.ok) return hashed;
    return ctx.store.atomically(async (store): Promise<Result<{ person: Person }, Failure>> => {
      const person = await personOf(ctx, owner.id, store);
      if (person === null) return fail({ kind: 'not-found' });
      await takePassword(ctx, { person, hash: hashed.value, store });
      await ctx.audit('password-set', { target: person.id, said: { target: person.email } }, store);
      return ok({ person });
    });
  },
});
