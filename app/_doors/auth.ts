import 'server-only';
import type { NextRequest } from 'next/server';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import type { Provider } from 'next-auth/providers';
import Credentials from 'next-auth/providers/credentials';
import { sessionLifetime } from '@/lib/domain/session';
import { world } from '@/lib/runtime';
import type { Context, World } from '@/lib/services/context';
import { recogniseSession } from '@/lib/services/recognise-session';
import { signIn as judge } from '@/lib/services/sign-in';
import { signOut as endSession } from '@/lib/services/sign-out';
import { answerFault } from './enter-api';
import { nobody } from './nobody';
import { ownPath } from './own-path';
import { sessionCookie } from './session-cookie';

/** Why a guess was not taken, in next-auth's error; `code` is public: it stands in the address of the sign-in page. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly waitSeconds: number | null) {
    super();
    this.code = waitSeconds === null ? 'wrong' : `wait-${waitSeconds}`;
  }
}

// The world is there once the server runs; a build imports this file, too.
const auth = NextAuth(async () => configFor(await world()));
export const { signIn, signOut } = auth;

/** next-auth would take a database that is away for a session that is over and drop the cookie: ask before it does. */
export const authRoute = (method: 'GET' | 'POST') => async (request: NextRequest) => {
  try {
    await (await world()).store.ping();
  } catch (error) {
    return answerFault(error);
  }
  return auth.handlers[method](request);
};

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
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [credentials(built)],
    callbacks: callbacks(built),
    events: { signOut: (message) => end(built, 'token' in message ? message.token : null) },
    logger: {
      error: (error) => built.log.warn('sign-in-error', { kind: error.name }),
      warn: (code) => built.log.debug('sign-in-warning', { code }),
      debug: () => undefined,
    },
  };
}

const credentials = (built: World): Provider =>
  Credentials({
    credentials: { email: { type: 'email' }, password: { type: 'password' }, code: {} },
    async authorize(given, request) {
      const ctx = await nobody(built, request.headers);
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
    redirect: ({ url, baseUrl }) => baseUrl + ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
  };
}

async function end(built: World, token: unknown): Promise<void> {
  const ctx = await recognise(built, token);
  if (ctx !== null) await endSession(ctx, {});
}

const recognise = async (built: World, token: unknown): Promise<Context | null> =>
  typeof token === 'object' && token !== null && 'secret' in token && typeof token.secret === 'string'
    ? recogniseSession(built, { secret: token.secret, network: null })
    : null;
