import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextRequest } from 'next/server';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import type { Provider } from 'next-auth/providers';
import Credentials from 'next-auth/providers/credentials';
import { fail, ok, type Result } from '@/lib/domain/result';
import { sessionLifetime } from '@/lib/domain/session';
import { world } from '@/lib/runtime/runtime';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn as judge } from '@/lib/services/access/sign-in';
import { signOut as endSession } from '@/lib/services/access/sign-out';
import type { Context, World } from '@/lib/services/context';
import { isDatabaseAway } from '@/lib/services/parts/database-away';
import { accountPath, signInPath } from '@/lib/views/paths';
import { reachDoor } from '@/server/edge';
import { whenceOf } from '@/server/network';
import type { KnownFailure } from '../answer/problems';
import { anonymousContext } from './anonymous-context';
import { signedIn } from './enter';
import { answerFault } from './enter-api';
import { safeRedirect } from './safe-redirect';
import { sessionCookie } from './session-cookie';

/** Why a guess was not taken, in next-auth's error; `code` is public: it stands in the address of the sign-in page. */
class SignInRefused extends CredentialsSignin {
  constructor(readonly waitSeconds: number | null) {
    super();
    this.code = waitSeconds === null ? 'wrong' : `wait-${waitSeconds}`;
  }
}

// The world is there once the server runs; a build imports this file, too.
const auth = NextAuth(async () => configFor(await world()));

/** Signs the browser in, for the forms of sign-in, set-up and one-time links. */
export async function signInByPassword(email: string, password: string): Promise<Result<null, KnownFailure>> {
  try {
    await auth.signIn('credentials', { email, password, redirect: false });
    return ok(null);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return error.waitSeconds === null
      ? fail({ kind: 'wrong-credentials' })
      : fail({ kind: 'too-many', retryAfterSeconds: error.waitSeconds });
  }
}

/** Signs the browser out: its session ends in the database, its cookie here. */
export async function leave(): Promise<void> {
  reachDoor();
  // next-auth lets the cookie go even when the session could not be ended: end it first.
  const ctx = await signedIn();
  if (ctx !== null) await endSession(ctx, {});
  await auth.signOut({ redirect: false });
}

/**
 * next-auth would take a database that is away for a session that is over and drop the cookie: ask before it does. What fails later, it
 * tells its logger alone, and redirects.
 */
export const authRoute = (method: 'GET' | 'POST') => async (request: NextRequest) => {
  const met: Met = { away: null };
  try {
    await (await world()).store.ping();
    const answer = await withinAuth.run(met, () => auth.handlers[method](request));
    return met.away === null ? answer : await answerFault(met.away);
  } catch (error) {
    return answerFault(error);
  }
};

/** What next-auth met while it answered. */
type Met = { away: Error | null };
const withinAuth = new AsyncLocalStorage<Met>();

function configFor(built: World): NextAuthConfig {
  const { publicUrl, authSecret } = built.config;
  // next-auth takes its own address from here; without it redirects follow whatever Host a client sends.
  process.env.AUTH_URL = publicUrl.origin;
  const { name, secure } = sessionCookie(publicUrl);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    secret: authSecret,
    basePath: '/api/auth',
    trustHost: true,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: sessionLifetime.longestMs / 1000 },
    cookies: { sessionToken: { name, options } },
    pages: { signIn: signInPath(), signOut: accountPath(), error: signInPath() },
    providers: [credentials(built)],
    callbacks: callbacks(built),
    events: { signOut: (message) => end(built, 'token' in message ? message.token : null) },
    logger: {
      // Wrong guesses are in the audit log. Class names do not survive the build; next-auth's `type` does.
      error: (error) => {
        if (error instanceof SignInRefused) return;
        const met = withinAuth.getStore();
        if (isDatabaseAway(error) && met !== undefined) met.away = error;
        built.log.warn('sign-in-error', { kind: 'type' in error ? String(error.type) : error.name });
      },
      warn: (code) => built.log.debug('sign-in-warning', { code }),
      debug: () => undefined,
    },
  };
}

const credentials = (built: World): Provider =>
  Credentials({
    credentials: { email: { type: 'email' }, password: { type: 'password' }, code: {} },
    async authorize(given, request) {
      const ctx = await anonymousContext(built);
      const userAgent = request.headers.get('user-agent') ?? '';
      const judged = await judge(ctx, { email: given.email, password: given.password, userAgent });
      if (!judged.ok) {
        throw new SignInRefused(judged.failure.kind === 'too-many' ? judged.failure.retryAfterSeconds : null);
      }
      const { secret, person } = judged.value;
      return { id: person.id, name: person.name, email: person.email, sessionSecret: secret };
    },
  });

/** The cookie's token holds the session's secret and nothing else; who that is, and whether still, is asked of the database. */
function callbacks(built: World): NonNullable<NextAuthConfig['callbacks']> {
  let current: Context | null = null;
  return {
    async jwt({ token, user }) {
      if (user && 'sessionSecret' in user) return { secret: user.sessionSecret };
      current = await recognise(built, token);
      return current === null ? null : { secret: token.secret };
    },
    session({ session }) {
      const actor = current?.actor;
      if (actor?.kind !== 'person') return session;
      const { id, name, email, role } = actor;
      return { expires: session.expires, user: { id, name, email, role } };
    },
    redirect: ({ url, baseUrl }) =>
      baseUrl + safeRedirect(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
  };
}

async function end(built: World, token: unknown): Promise<void> {
  const ctx = await recognise(built, token, whenceOf(built.config.trustedProxies));
  if (ctx !== null) await endSession(ctx, {});
}

const recognise = async (built: World, token: unknown, whence: Whence = nowhere): Promise<Context | null> =>
  typeof token === 'object' && token !== null && 'secret' in token && typeof token.secret === 'string'
    ? recogniseSession(built, { secret: token.secret, ...whence })
    : null;

type Whence = ReturnType<typeof whenceOf>;
const nowhere: Whence = { network: null, userAgent: null };
