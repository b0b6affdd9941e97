import type { Person, PersonStatus } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import { ok } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/roles';
import type { Context } from '../../context';
import { invalid } from '../../parts/invalid-input';

type NewPerson = {
  email: string;
  name: string;
  role: Role;
  status: PersonStatus;
  passwordHash: string | null;
  isBreakGlass?: boolean;
  store: Store;
};

export const addressTaken = invalid('email', 'Somebody with this address is here already.');

/** Writes somebody new, unless the address belongs to somebody. */
export async function createPerson(ctx: Context, { store, passwordHash, isBreakGlass = false, ...fields }: NewPerson) {
  const person = { id: crypto.randomUUID(), createdAt: ctx.clock.now(), isBreakGlass, ...fields };
  const outcome = await store.people.create(ctx.organisation.id, { ...person, passwordHash });
  if (outcome === 'emailTaken') return addressTaken;
  return ok<Person>({ ...person, lastSignInAt: null, hasPassword: passwordHash !== null });
}
