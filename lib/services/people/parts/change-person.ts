import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { personOf } from './person-fields';

export type ChangeFailure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'last-admin' }
  | { readonly kind: 'own-account' };

/**
 * Changes role or status and ends the person's sessions, all or nothing; where `change` answers that nothing changed, nobody is signed
 * out. There is always an active admin: counting comes first because it locks, so that two admins cannot remove each other at the same
 * moment.
 */
export function changePerson(
  ctx: Context,
  {
    who,
    keepsAdmin,
    ofOthersOnly = false,
    change,
  }: {
    who: string;
    keepsAdmin: boolean;
    ofOthersOnly?: boolean;
    change: (person: Person, store: Store) => Promise<boolean>;
  },
): Promise<Result<{ person: Person }, ChangeFailure>> {
  return ctx.store.atomically(async (store) => {
    const admins = await store.people.countActiveAdmins(ctx.organisation.id);
    const person = await personOf(ctx, who, store);
    if (person === null) return fail({ kind: 'not-found' });
    const isActiveAdmin = person.role === 'admin' && person.status === 'active';
    if (isActiveAdmin && !keepsAdmin && admins <= 1) return fail({ kind: 'last-admin' });
    if (ofOthersOnly && ctx.actor.kind === 'person' && ctx.actor.id === person.id) return fail({ kind: 'own-account' });
    if (!(await change(person, store))) return ok({ person });
    await store.sessions.endAll(person.id, ctx.clock.now());
    const changed = await store.people.byId(ctx.organisation.id, person.id);
    return ok({ person: changed ?? person });
  });
}
