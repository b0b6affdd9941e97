import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { Context } from '../../context';

/** Sets a password and ends all that the old one opened, links included. */
export async function takePassword(
  ctx: Context,
  { person, hash, store }: { person: Person; hash: string; store: Store },
): Promise<void> {
  const now = ctx.clock.now();
  await store.people.setPassword(person.id, hash, now);
  await store.people.forgetDevices(person.id, now);
  if (person.status === 'invited') await store.people.setStatus(person.id, 'active');
  await store.links.retire('invitation', person.id, now);
  await store.links.retire('password-reset', person.id, now);
  await store.sessions.endAll(person.id, now);
}
