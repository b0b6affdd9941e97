import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { invalid } from '../parts/invalid-input';
import { service } from '../service';
import { createPerson } from './parts/create-person';
import { hashNewPassword } from './parts/new-password';
import { email, password, personName, role } from './parts/person-fields';

/** Somebody with a password from the start: the command line's way, and the first start's. */
export const addPerson = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ email, name: personName, role, password, breakGlass: z.boolean().default(false) }),
  run: async (ctx, { password, breakGlass: isBreakGlass, ...person }) => {
    if (isBreakGlass && person.role !== 'admin') return invalid('role', 'Only an admin can be a break-glass one.');
    const hashed = await hashNewPassword(ctx, password, person);
    if (!hashed.ok) return hashed;
    return ctx.store.atomically(async (store) => {
      const created = await createPerson(ctx, {
        ...person,
        isBreakGlass,
        status: 'active',
        passwordHash: hashed.value,
        store,
      });
      if (!created.ok) return created;
      const { id, role, email: target } = created.value;
      const detail = { role, ...(isBreakGlass ? { breakGlass: true } : {}) };
      await ctx.audit('person-added', { target: id, detail, said: { target } }, store);
      return ok(created.value);
    });
  },
});
