import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { providerIdentity } from './parts/judge-identity';
import { ownSession } from './parts/own-session';

/** By how much the provider's clock may differ from ours. */
const toleranceMs = 120_000;

/** The session's owner proved at the provider, since `beganAt`, who they are: what asks for a fresh proof is open again. */
export const confirmByProvider = service({
  permission: 'self:manage',
  input: providerIdentity.extend({ authenticatedAt: z.date().nullable(), beganAt: z.date() }),
  run: async (ctx, { issuer, subject, authenticatedAt, beganAt }): Promise<Result<null, Refusal>> => {
    const { actor } = ctx;
    const session = actor.kind === 'person' ? ownSession(actor) : undefined;
    if (actor.kind !== 'person' || session === undefined) return fail({ kind: 'not-signed-in' });
    const linked = await ctx.store.identities.find({ issuer, subject });
    const isFresh = authenticatedAt !== null && authenticatedAt.getTime() >= beganAt.getTime() - toleranceMs;
    if (linked?.userId !== actor.id || !isFresh) {
      await ctx.audit('denied', { target: 'confirm-by-provider', detail: { fresh: isFresh } });
      return fail({ kind: 'not-allowed', permission: 'self:manage' });
    }
    const isConfirmed = await ctx.store.sessions.confirm(session, ctx.clock.now());
    return isConfirmed ? ok(null) : fail({ kind: 'not-signed-in' });
  },
});
