import { z } from 'zod';
import type { StoredSession } from '@/lib/adapters/db/stores/sessions';
import { fail, ok, type Result } from '@/lib/domain/result';
import { isIdle } from '@/lib/domain/session';
import { type Refusal, service } from '../service';
import { ownSession } from './parts/own-session';

export type OwnSession = StoredSession & { readonly isThisOne: boolean };

/** Where the person is signed in, this session first, then the one used last. */
export const listOwnSessions = service({
  permission: 'self:manage',
  input: z.object({}),
  run: async (ctx): Promise<Result<{ sessions: OwnSession[] }, Refusal>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const now = ctx.clock.now();
    const live = (await ctx.store.sessions.live(actor.id, now)).filter((session) => !isIdle(session.lastSeenAt, now));
    const own = ownSession(actor);
    const sessions = live
      .map((session) => ({ ...session, isThisOne: session.id === own }))
      .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne) || b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
    return ok({ sessions });
  },
});
