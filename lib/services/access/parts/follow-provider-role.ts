import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { Role } from '@/lib/domain/roles';
import type { Context } from '../../context';
import { roleKeptKey } from './provider-notes';

type Options = {
  readonly person: Person;
  /** Null where the people page decides. */
  readonly wanted: Role | 'none' | null;
  /** How many active admins there are, counted under the lock. */
  readonly admins: number;
  readonly store: Store;
};

/** The role somebody has from this sign-in on. The last admin stays one whatever the provider says: somebody must be able to manage people. */
export async function followProviderRole(
  ctx: Context,
  { person, wanted, admins, store }: Options,
): Promise<Role | 'none'> {
  if (wanted === null || wanted === person.role) return person.role;
  const { id: organisation } = ctx.organisation;
  if (person.role === 'admin' && person.status === 'active' && admins <= 1) {
    await ctx.audit(
      'role-kept',
      { target: person.id, detail: { wanted, by: 'sso' }, said: { target: person.email } },
      store,
    );
    const note = JSON.stringify({ at: ctx.clock.now(), person: person.id, wanted });
    await store.settings.set(organisation, roleKeptKey, note);
    return person.role;
  }
  if (wanted === 'none') return wanted;
  await store.people.setRole(organisation, person.id, wanted);
  await store.sessions.endAll(person.id, ctx.clock.now());
  await ctx.audit(
    'role-changed',
    { target: person.id, detail: { from: person.role, to: wanted, by: 'sso' }, said: { target: person.email } },
    store,
  );
  return wanted;
}
