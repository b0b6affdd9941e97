import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { createLink, type OneTimeLink } from './parts/create-link';
import { addressTaken, createPerson } from './parts/create-person';
import { email, personName, role } from './parts/person-fields';

export type { OneTimeLink };

/** Somebody new, and the link with which they choose their password. */
export const invitePerson = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ email, name: personName, role }),
  faults: async (ctx, raw) => {
    const asked = email.safeParse(raw.email);
    const taken = asked.success && (await ctx.store.people.byEmail(ctx.organisation.id, asked.data)) !== null;
    return taken ? addressTaken.failure.errors : [];
  },
  run: (ctx, fields) =>
    ctx.store.atomically(async (store) => {
      const created = await createPerson(ctx, { ...fields, status: 'invited', passwordHash: null, store });
      if (!created.ok) return created;
      const link = await createLink(ctx, { kind: 'invitation', userId: created.value.id, store });
      const { id, role, email: target } = created.value;
      await ctx.audit('person-invited', { target: id, detail: { role }, said: { target } }, store);
      return ok({ person: created.value, link });
    }),
});
