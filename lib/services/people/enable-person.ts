import { z } from 'zod';
import { service } from '../service';
import { changePerson } from './parts/change-person';
import { person as personField } from './parts/person-fields';

/** Lets somebody in again; who never chose a password is back to being invited and needs a new link. */
export const enablePerson = service({
  permission: 'people:manage',
  input: z.object({ person: personField }),
  run: (ctx, { person: who }) =>
    changePerson(ctx, {
      who,
      keepsAdmin: true,
      change: async (person, store) => {
        if (person.status !== 'disabled') return false;
        await store.people.setStatus(person.id, person.hasPassword ? 'active' : 'invited');
        await ctx.audit('person-enabled', { target: person.id, said: { target: person.email } }, store);
        return true;
      },
    }),
});
