import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import type { Refusal } from '../../service';

/** Notes on the session that its owner proved who they are. */
export async function confirmSession(ctx: Context): Promise<Result<{ at: Date }, Refusal>> {
  const at = ctx.clock.now();
  const { actor } = ctx;
  const session = actor.kind === 'person' && 'session' in actor.via ? actor.via.session : null;
  return ctx.store.atomically(async (store): Promise<Result<{ at: Date }, Refusal>> => {
    if (session === null || !(await store.sessions.confirm(session, at))) return fail({ kind: 'not-signed-in' });
    await ctx.audit('confirmed', {}, store);
    return ok({ at });
  });
}
