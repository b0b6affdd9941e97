import 'server-only';
import { NextResponse } from 'next/server';
import { world } from '@/lib/runtime/runtime';
import { confirmByProvider } from '@/lib/services/access/confirm-by-provider';
import { noteProviderFault } from '@/lib/services/access/note-provider-fault';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signInByProvider } from '@/lib/services/access/sign-in-by-provider';
import type { Context, World } from '@/lib/services/context';
import { overviewPath, providerCallbackPath, signInPath } from '@/lib/views/paths';
import { reachDoor } from '@/server/edge';
import { networkOf } from '@/server/network';
import { answerProblem } from '../answer/answer';
import { anonymousContext } from './anonymous-context';
import { dropAttempt, type KeptAttempt, keptAttempt } from './attempt-cookie';
import { answerFault } from './enter-api';
import { keepSession, sessionSecret } from './session-cookie';

/** Where the provider sends the browser back to: it is signed in and goes on, or it is told what sort of thing went wrong. */
export async function comeFromProvider(request: Request): Promise<Response> {
  reachDoor();
  try {
    const built = await world();
    if (built.oidc === null) return answerProblem({ kind: 'not-found' });
    const kept = await keptAttempt(request.headers.get('cookie'), built.config);
    const answer = await arrive(request, { built, oidc: built.oidc, kept });
    dropAttempt(answer, built.config);
    return answer;
  } catch (error) {
    return answerFault(error);
  }
}

type Arriving = {
  readonly built: World;
  readonly oidc: NonNullable<World['oidc']>;
  readonly kept: KeptAttempt | null;
};

async function arrive(request: Request, { built, oidc, kept }: Arriving): Promise<NextResponse> {
  const ctx = await anonymousContext(built);
  const refuse = (kind: string) => goTo(signInPath(kept?.to ?? overviewPath(), kind), built);
  if (kept === null) {
    await noteProviderFault(ctx, { kind: 'attempt-over', cause: 'the browser brought no attempt of its own back' });
    return refuse('attempt-over');
  }
  // The registered address, however this request's own was written.
  const callback = new URL(providerCallbackPath(), built.config.publicUrl);
  callback.search = new URL(request.url).search;
  const identity = await oidc.finish(callback, kept);
  if (!identity.ok) {
    await noteProviderFault(ctx, identity.failure);
    return refuse(identity.failure.kind);
  }
  const replaces = await sessionSecret(request.headers.get('cookie'), built.config);
  if (kept.confirms !== null) {
    return confirm(await ownerOf(replaces, built), { built, kept, identity: identity.value });
  }
  const userAgent = request.headers.get('user-agent') ?? '';
  const opened = await signInByProvider(ctx, { ...identity.value, userAgent, replaces });
  if (!opened.ok) return refuse(opened.failure.kind);
  const answer = goTo(kept.to, built);
  await keepSession(answer, opened.value.secret, built.config);
  return answer;
}

type Confirming = { readonly built: World; readonly kept: KeptAttempt; readonly identity: object };

async function confirm(owner: Context | null, { built, kept, identity }: Confirming): Promise<NextResponse> {
  const isSameSession =
    owner?.actor.kind === 'person' && 'session' in owner.actor.via && owner.actor.via.session === kept.confirms;
  if (owner !== null && isSameSession) {
    await confirmByProvider(owner, { ...identity, beganAt: new Date(kept.beganAt) });
  }
  return goTo(kept.to, built);
}

/** Who is signed in while they come back, null for nobody. */
const ownerOf = async (secret: string | null, built: World): Promise<Context | null> =>
  secret === null ? null : recogniseSession(built, { secret, network: networkOf(built.config.trustedProxies) });

function goTo(path: string, { config }: World): NextResponse {
  const answer = NextResponse.redirect(new URL(path, config.publicUrl), 303);
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}
