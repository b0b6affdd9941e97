import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { actorName } from '../parts/actor-name';
import { service } from '../service';
import type { ChangeFailure } from './parts/change-person';
import { person as personField, personOf } from './parts/person-fields';

type Erased = { readonly name: string; readonly email: string; readonly entries: number; readonly reviews: number };
type Done = Erased & { readonly shared: readonly string[] };

/** A pseudonym takes the place of somebody's name and address everywhere, for good. What they did stays. */
export const erasePerson = service({
  permission: 'people:manage',
  input: z.object({ person: personField }),
  run: (ctx, { person: who }): Promise<Result<Done, ChangeFailure>> =>
    ctx.store.atomically(async (store): Promise<Result<Done, ChangeFailure>> => {
      const { id: organisationId } = ctx.organisation;
      // Counting locks: two admins cannot erase each other at the same moment.
      const admins = await store.people.countActiveAdmins(organisationId);
      const person = await personOf(ctx, who, store);
      if (person === null) return fail({ kind: 'not-found' });
      const isActiveAdmin = person.role === 'admin' && person.status === 'active';
      if (isActiveAdmin && admins <= 1) return fail({ kind: 'last-admin' });
      const erasing = { id: person.id, at: ctx.clock.now(), by: actorName(ctx) };
      const erased = await store.privacy.erasePerson(organisationId, erasing);
      return erased === null ? fail({ kind: 'not-found' }) : ok(erased);
    }),
});
