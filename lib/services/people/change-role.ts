import { z } from 'zod';
import { service } from '../service';
import { type ChangeFailure, changePerson } from './parts/change-person';
import { person as personField, role as roleField } from './parts/person-fields';

export type { ChangeFailure };

export const changeRole = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField, role: roleField }),
  run: (ctx, { person: who, role }) =>
    changePerson(ctx, {
      who,
      keepsAdmin: role === 'admin',
      change: async (person, store) => {
        if (person.role === role) return false;
        await store.people.setRole(ctx.organisation.id, person.id, role);
        const fields = { target: person.id, detail: { from: person.role, to: role }, said: { target: person.email } };
        await ctx.audit('role-changed', fields, store);
        return true;
      },
    }),
});
