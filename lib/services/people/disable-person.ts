import { z } from 'zod';
import { service } from '../service';
import { changePerson } from './parts/change-person';
import { person as personField } from './parts/person-fields';

/** Shuts somebody out: sessions, API tokens and open links stop at the next request. */
export const disablePerson = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField }),
  run: (ctx, { person: who }) =>
    changePerson(ctx, {
      who,
      keepsAdmin: false,
      ofOthersOnly: true,
      change: async (person, store) => {
        await store.people.setStatus(person.id, 'disabled');
        await store.people.forgetDevices(person.id, ctx.clock.now());
        await store.links.retire('invitation', person.id, ctx.clock.now());
        await store.links.retire('password-reset', person.id, ctx.clock.now());
        await ctx.audit('person-disabled', { target: person.id, said: { target: person.email } }, store);
        return true;
      },
    }),
});
