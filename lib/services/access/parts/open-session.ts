import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import { sessionLifetime } from '@/lib/domain/session';
import type { SignInWay } from '@/lib/domain/sign-in-way';
import type { Context } from '../../context';
import { auditAs } from '../../parts/audit-as';
import { fingerprint, randomSecret } from '../../parts/random-secret';

export type SignedIn = { readonly secret: string; readonly person: Pick<Person, 'id' | 'name' | 'email'> };

type Judged = {
  readonly userId: string;
  readonly signedInBy: SignInWay;
  readonly userAgent: string;
  /** Asked within the transaction: whether what was judged is still so. */
  readonly stillRight: (store: Store) => Promise<boolean>;
};

/** A session for who proved who they are; null when they were shut out, or what they proved it with was changed, meanwhile. */
export async function openSession(ctx: Context, judged: Judged): Promise<SignedIn | null> {
  const { userId, signedInBy, userAgent, stillRight } = judged;
  const secret = randomSecret();
  const id = await fingerprint(secret);
  const now = ctx.clock.now();
  return ctx.store.atomically(async (store) => {
    // Writing first locks the row: a password changed while the old one was being judged opens nothing.
    await store.people.signedIn(userId, now);
    const person = await store.people.byId(ctx.organisation.id, userId);
    if (person?.status !== 'active' || !(await stillRight(store))) return null;
    await store.sessions.create({
      id,
      userId: person.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetime.longestMs),
      userAgent: userAgent.slice(0, 300),
      signedInBy,
      confirmedAt: now,
    });
    const detail = signedInBy === 'password' ? {} : { by: signedInBy };
    await auditAs(ctx, person, { action: 'signed-in', detail, store });
    return { secret, person };
  });
}
