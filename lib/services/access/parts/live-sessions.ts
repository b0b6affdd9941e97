import type { StoredSession } from '@/lib/adapters/db/stores/sessions';
import type { Role } from '@/lib/domain/roles';
import { endOf, isOver } from '@/lib/domain/session';
import type { Context } from '../../context';
import { isOwnSession } from './own-session';

/** A session that still opens something; `current` is the one that asks. */
export type SessionView = StoredSession & { readonly current: boolean };

/** Somebody's sessions that live by the limits of today, the one that asks first, then the one used last. */
export async function liveSessions(ctx: Context, owner: { id: string; role: Role }): Promise<SessionView[]> {
  const now = ctx.clock.now();
  const lasting = { role: owner.role, limits: ctx.config.sessions };
  const sessions = await ctx.store.sessions.live(owner.id, now);
  return sessions
    .filter((session) => !isOver(session, { ...lasting, now }))
    .map((session) => ({
      ...session,
      expiresAt: endOf(session, lasting),
      current: isOwnSession(ctx.actor, session.id),
    }))
    .sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
}
