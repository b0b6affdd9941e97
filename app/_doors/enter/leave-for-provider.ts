import 'server-only';
import { NextResponse } from 'next/server';
import { world } from '@/lib/runtime/runtime';
import { noteProviderFault } from '@/lib/services/access/note-provider-fault';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import type { World } from '@/lib/services/context';
import { providerCallbackPath, signInPath } from '@/lib/views/paths';
import { reachDoor } from '@/server/edge';
import { whenceOf } from '@/server/network';
import { isSameOrigin } from '@/server/same-origin';
import { answerProblem } from '../answer/answer';
import { anonymousContext } from './anonymous-context';
import { keepAttempt } from './attempt-cookie';
import { bringsCsrf } from './brings-csrf';
import { answerFault } from './enter-api';
import { goingOnPage } from './going-on-page';
import { safeRedirect } from './safe-redirect';
import { sessionSecret } from './session-cookie';

/** The form of the provider's button: sends the browser there, with what it needs to come back. */
export async function leaveForProvider(request: Request): Promise<Response> {
  reachDoor();
  try {
    const built = await world();
    if (built.oidc === null) return answerProblem({ kind: 'not-found' });
    const form = await formOf(request);
    const proof = { token: form.get('csrfToken'), cookies: request.headers.get('cookie') };
    if (!isSameOrigin(request, built.config.publicUrl) && !bringsCsrf(proof, built.config)) {
      return answerProblem({ kind: 'cross-origin' });
    }
    const confirms = form.get('confirm') === null ? null : await ownSessionId(request, built);
    if (confirms === undefined) return answerProblem({ kind: 'not-signed-in' });
    const to = returnPath(form.get('callbackUrl'), built);
    return await leave(request, { built, oidc: built.oidc, to, confirms });
  } catch (error) {
    return answerFault(error);
  }
}

type Leaving = {
  readonly built: World;
  readonly oidc: NonNullable<World['oidc']>;
  readonly to: string;
  /** The session whose owner is to prove anew who they are; null for a sign-in. */
  readonly confirms: string | null;
};

async function ownSessionId(request: Request, built: World): Promise<string | undefined> {
  const secret = await sessionSecret(request.headers.get('cookie'), built.config);
  const whence = whenceOf(built.config.trustedProxies);
  const actor = secret === null ? undefined : (await recogniseSession(built, { secret, ...whence }))?.actor;
  return actor?.kind === 'person' && 'session' in actor.via ? actor.via.session : undefined;
}

async function leave(request: Request, { built, oidc, to, confirms }: Leaving): Promise<Response> {
  const { config } = built;
  const redirectUri = new URL(providerCallbackPath(), config.publicUrl).href;
  const begun = await oidc.begin({ redirectUri, anew: confirms !== null });
  if (!begun.ok) {
    await noteProviderFault(await anonymousContext(built), begun.failure);
    return sendTo(request, new URL(signInPath(to, begun.failure.kind), config.publicUrl).href);
  }
  const { url, attempt } = begun.value;
  // A policy of `form-action 'self'` also holds for where a form is redirected: people go on by a page of ours.
  const isForm = request.headers.get('accept')?.includes('text/html') === true;
  const answer = isForm ? goingOnPage(url, config.signIn.provider?.name ?? '') : sendTo(request, url);
  await keepAttempt(answer, { ...attempt, to, confirms }, config);
  return answer;
}

/** As next-auth answers its own scripts, which follow addresses by themselves. */
function sendTo(request: Request, url: string): NextResponse {
  const answer = request.headers.has('x-auth-return-redirect')
    ? NextResponse.json({ url })
    : NextResponse.redirect(url, 303);
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}

async function formOf(request: Request): Promise<FormData | URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) return request.formData().catch(() => new URLSearchParams());
  return new URLSearchParams(await request.text());
}

/** A whole address of ours, as next-auth's scripts send it, is as good as its path. */
function returnPath(raw: unknown, { config: { publicUrl } }: World): string {
  const own = typeof raw === 'string' && raw.startsWith(`${publicUrl.origin}/`);
  return safeRedirect(own ? raw.slice(publicUrl.origin.length) : raw);
}
