import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { SignInWay } from '@/lib/domain/sign-in-way';
import type { Context } from '../../context';
import { openSession } from './open-session';

export type SignedIn = { readonly secret: string; readonly person: Pick<Person, 'id' | 'name' | 'email'> };

type Judged = {
  readonly userId: string;
  readonly signedInBy: SignInWay;
  readonly userAgent: string;
  /** The secret of the session that the browser still has. */
  readonly replaces: string | null;
  /** Asked within the transaction: whether what was judged is still so. */
  readonly stillRight: (store: Store, person: Person) => Promise<boolean>;
};

/** A session for who proved who they are; null when they were shut out, or what they proved it with was changed, meanwhile. */
export function openIfStillRight(ctx: Context, judged: Judged): Promise<SignedIn | null> {
  const { userId, stillRight, ...opening } = judged;
  return ctx.store.atomically(async (store) => {
    // Writing first locks the row: a password changed while the old one was being judged opens nothing.
    await store.people.signedIn(userId, ctx.clock.now());
    const person = await store.people.byId(ctx.organisation.id, userId);
    if (person?.status !== 'active' || !(await stillRight(store, person))) return null;
    return { secret: await openSession(ctx, { ...opening, person, store }), person };
  });
}
