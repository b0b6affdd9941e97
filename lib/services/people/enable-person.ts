import { z } from 'zod';
import { service } from '../service';
import { changePerson } from './parts/change-person';
import { person as personField } from './parts/person-fields';

/** Lets somebody in again; who never chose a password, nor came by single sign-on, is back to being invited and needs a new link. */
export const enablePerson = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField }),
  run: (ctx, { person: who }) =>
    changePerson(ctx, {
      who,
      keepsAdmin: true,
      change: async (person, store) => {
        if (person.status !== 'disabled') return false;
        const hasWayIn = person.hasPassword || (await store.identities.of(person.id)).length > 0;
        await store.people.setStatus(person.id, hasWayIn ? 'active' : 'invited');
        await ctx.audit('person-enabled', { target: person.id, said: { target: person.email } }, store);
        return true;
      },
    }),
});
