import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { createPerson } from './parts/create-person';
import { hashNewPassword } from './parts/new-password';
import { email, password, personName, role } from './parts/person-fields';

/** Somebody with a password from the start: the command line's way, and the first start's. */
export const addPerson = service({
  permission: 'people:manage',
  input: z.object({ email, name: personName, role, password }),
  run: async (ctx, { password, ...person }) => {
    const hashed = await hashNewPassword(ctx, password, person);
    if (!hashed.ok) return hashed;
    return ctx.store.atomically(async (store) => {
      const created = await createPerson(ctx, { ...person, status: 'active', passwordHash: hashed.value, store });
      if (!created.ok) return created;
      const { id, role, email: target } = created.value;
      await ctx.audit('person-added', { target: id, detail: { role }, said: { target } }, store);
      return ok(created.value);
    });
  },
});
