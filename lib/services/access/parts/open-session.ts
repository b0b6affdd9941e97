import type { SessionOrigin } from '@/lib/adapters/db/stores/sessions';
import type { Store } from '@/lib/adapters/db/stores/store';
import { sessionLifetime } from '@/lib/domain/session';
import type { Context } from '../../context';

type Opened = {
  /** The fingerprint of the secret that the browser gets. */
  readonly id: string;
  readonly userId: string;
  readonly userAgent: string;
  readonly signedInBy: SessionOrigin['signedInBy'];
  readonly store: Store;
};

/** Writes the session of somebody who proved just now who they are. */
export async function openSession(ctx: Context, { userAgent, store, ...opened }: Opened): Promise<void> {
  const now = ctx.clock.now();
  await store.people.signedIn(opened.userId, now);
  await store.sessions.create({
    ...opened,
    createdAt: now,
    lastSeenAt: now,
    confirmedAt: now,
    expiresAt: new Date(now.getTime() + sessionLifetime.longestMs),
    userAgent: userAgent.slice(0, 300),
    network: ctx.network,
  });
}
