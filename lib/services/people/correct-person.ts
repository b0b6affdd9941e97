import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { InvalidInput } from '../parts/invalid-input';
import { service } from '../service';
import { addressTaken } from './parts/create-person';
import { email, person as personField, personName, personOf } from './parts/person-fields';

type Failure = { readonly kind: 'not-found' } | InvalidInput;

/**
 * Another name or address. Nobody is signed out by it; but links sent to the old address lead nowhere any more, since they may be in
 * somebody else's hands.
 */
export const correctPerson = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField, name: personName, email }),
  run: (ctx, { person: who, name, email }): Promise<Result<{ person: Person }, Failure>> =>
    ctx.store.atomically(async (store): Promise<Result<{ person: Person }, Failure>> => {
      // Counting locks: two who take one address come one by one.
      await store.people.countActiveAdmins(ctx.organisation.id);
      const person = await personOf(ctx, who, store);
      if (person === null) return fail({ kind: 'not-found' });
      if (person.name === name && person.email === email) return ok({ person });
      if (person.email !== email) {
        if ((await store.people.setEmail(person.id, email)) === 'emailTaken') return addressTaken;
        await store.links.retire('invitation', person.id, ctx.clock.now());
        await store.links.retire('password-reset', person.id, ctx.clock.now());
      }
      await store.people.setName(person.id, name);
      const said = { target: person.email, name, email, nameBefore: person.name };
      await ctx.audit('person-corrected', { target: person.id, said }, store);
      return ok({ person: { ...person, name, email } });
    }),
});
