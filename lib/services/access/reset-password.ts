import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import { createLink, type OneTimeLink } from '../people/parts/create-link';
import { person as personField, personOf } from '../people/parts/person-fields';
import { service } from '../service';

type Failure = { readonly kind: 'not-found' } | { readonly kind: 'person-disabled' };

/** A fresh link to choose a password: a reset for members, a new invitation for those who have not come yet. The old password works until then. */
export const resetPassword = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField }),
  run: (ctx, input) =>
    ctx.store.atomically(async (store): Promise<Result<{ person: Person; link: OneTimeLink }, Failure>> => {
      const person = await personOf(ctx, input.person, store);
      if (person === null) return fail({ kind: 'not-found' });
      if (person.status === 'disabled') return fail({ kind: 'person-disabled' });
      const kind = person.status === 'invited' ? 'invitation' : 'password-reset';
      await store.links.retire(kind, person.id, ctx.clock.now());
      const link = await createLink(ctx, { kind, userId: person.id, store });
      await ctx.audit(
        kind === 'invitation' ? 'invitation-link-created' : 'password-reset-link-created',
        { target: person.id, said: { target: person.email } },
        store,
      );
      return ok({ person, link });
    }),
});
