import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { lacksFactor } from '@/lib/domain/second-factor';
import { world } from '@/lib/runtime/runtime';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import type { Context, World } from '@/lib/services/context';
import { databaseRefusal } from '@/lib/services/parts/database-away';
import { whenceOf } from '@/server/network';
import { isSameOrigin, isUnsafe } from '@/server/same-origin';
import { answerProblem } from '../answer/answer';
import type { KnownFailure } from '../answer/problems';
import { bearerIn } from './bearer';
import { sessionSecret } from './session-cookie';

type Handler<P> = (ctx: Context, request: Request, params: P) => Promise<Response>;

/**
 * A route of the API: who asks is settled before `handle` runs, and whatever it throws still ends as a problem. `beforeFactor`: also for
 * who must have a second factor and has none yet.
 */
export const apiRoute =
  <P = unknown>(handle: Handler<P>, { beforeFactor = false } = {}) =>
  async (request: Request, route: { params: Promise<P> }): Promise<Response> => {
    try {
      const entered = await enterApi(request);
      if (!entered.ok) return answerProblem(entered.failure);
      if (!beforeFactor && (await isRefusedForFactor(entered.value)))
        return answerProblem({ kind: 'second-factor-needed' });
      return await handle(entered.value, request, await route.params);
    } catch (error) {
      return answerFault(error);
    }
  };

/** Whether who asks must set up a second factor first. */
export async function isRefusedForFactor({ actor, config, audit }: Context): Promise<boolean> {
  if (!lacksFactor(actor, config.signIn.factorRequired)) return false;
  await audit('denied', { target: 'second-factor-needed' });
  return true;
}

/** The door of the API: a bearer token, or a session that proves where the request came from. */
export async function enterApi(request: Request): Promise<Result<Context, KnownFailure>> {
  const built = await world();
  const whence = whenceOf(built.config.trustedProxies);
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return enterByToken(built, { authorization, whence });
  const secret = await sessionSecret(request.headers.get('cookie'), built.config);
  const ctx = secret === null ? null : await recogniseSession(built, { secret, ...whence });
  if (ctx === null) return fail({ kind: 'not-signed-in' });
  if (isUnsafe(request.method) && !isSameOrigin(request, built.config.publicUrl)) {
    await ctx.audit('denied', { target: 'cross-origin' });
    return fail({ kind: 'cross-origin' });
  }
  return ok(ctx);
}

async function enterByToken(
  built: World,
  { authorization, whence }: { authorization: string; whence: ReturnType<typeof whenceOf> },
): Promise<Result<Context, KnownFailure>> {
  const secret = bearerIn(authorization);
  const ctx = secret === null ? null : await recogniseToken(built, { secret, ...whence });
  if (ctx?.actor.kind !== 'person' || !('token' in ctx.actor.via)) return fail({ kind: 'not-signed-in' });
  const { allowed, retryAfterSeconds } = await built.limits.apiCalls.check(ctx.actor.via.token);
  return allowed ? ok(ctx) : fail({ kind: 'too-many', retryAfterSeconds });
}

/** A route that serves a page's script: whoever enters may be sent to sign in; a database that cannot be used is a 503. */
export const pageRoute =
  <A extends readonly unknown[]>(handle: (...args: A) => Promise<Response>) =>
  async (...args: A): Promise<Response> => {
    try {
      return await handle(...args);
    } catch (error) {
      if (databaseRefusal(error) === null) throw error;
      return answerFault(error);
    }
  };

/** What a route throws: a database that cannot be used, or a mistake of ours. */
export async function answerFault(error: unknown): Promise<Response> {
  const kind = databaseRefusal(error);
  if (kind !== null) return answerProblem({ kind });
  const { log } = await world();
  log.error('route-broke', { kind: error instanceof Error ? error.name : 'unknown' });
  return answerProblem({ kind: 'internal-error' });
}
