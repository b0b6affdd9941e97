import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';
import { type ChangeFailure, changePerson } from './parts/change-person';
import { person as personField } from './parts/person-fields';

type Failure = ChangeFailure | { readonly kind: 'person-came' };

/** Takes somebody away who never signed in: a mistyped invitation. Everybody else is disabled, so that their name stays known. */
export const removePerson = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField }),
  run: async (ctx, { person: who }): Promise<Result<{ name: string }, Failure>> => {
    let came = false;
    const changed = await changePerson(ctx, {
      who,
      keepsAdmin: false,
      ofOthersOnly: true,
      change: async (person, store) => {
        came = !(await store.people.removeUnseen(person.id));
        if (came) return false;
        const { id, role, name, email } = person;
        await ctx.audit('person-removed', { target: id, detail: { role }, said: { target: email, name } }, store);
        return true;
      },
    });
    if (!changed.ok) return changed;
    return came ? fail({ kind: 'person-came' }) : ok({ name: changed.value.person.name });
  },
});
