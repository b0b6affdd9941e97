import { z } from 'zod';
import { changePerson } from './change-person';
import { person as personField } from './person-fields';
import { service } from './service';

/** Shuts somebody out: sessions, API tokens and open links stop at the next request. */
export const disablePerson = service({
  permission: 'people:manage',
  input: z.object({ person: personField }),
  run: (ctx, { person: who }) =>
    changePerson(ctx, {
      who,
      keepsAdmin: false,
      change: async (person, store) => {
        await store.people.setStatus(person.id, 'disabled');
        await store.links.retire('invitation', person.id, ctx.clock.now());
        await store.links.retire('password-reset', person.id, ctx.clock.now());
        await ctx.audit('person-disabled', { target: person.email }, store);
      },
    }),
});
