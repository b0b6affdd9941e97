import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import { person as personField, personOf } from '../people/parts/person-fields';
import { service } from '../service';

type Failure = { readonly kind: 'not-found' };

/** Takes all that somebody has beside a password, whose phone is lost or whose codes cannot be checked; their sessions end. */
export const resetFactors = service({
  permission: 'people:manage',
  confirmed: true,
  input: z.object({ person: personField }),
  run: (ctx, input) =>
    ctx.store.atomically(async (store): Promise<Result<{ person: Person }, Failure>> => {
      const person = await personOf(ctx, input.person, store);
      if (person === null) return fail({ kind: 'not-found' });
      const totp = await store.totps.remove(person.id);
      const passkeys = await store.passkeys.removeAll(person.id);
      const at = ctx.clock.now();
      await store.recoveryCodes.replace(person.id, [], at);
      await store.sessions.endAll(person.id, at);
      await ctx.audit(
        'factor-reset',
        { target: person.id, detail: { totp, passkeys }, said: { target: person.email } },
        store,
      );
      return ok({ person });
    }),
});
