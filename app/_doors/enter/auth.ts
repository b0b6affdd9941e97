import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { cookies, headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import type { Provider } from 'next-auth/providers';
import Credentials from 'next-auth/providers/credentials';
import { fail, ok, type Result } from '@/lib/domain/result';
import { world } from '@/lib/runtime/runtime';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn as judge, type SignInFailure } from '@/lib/services/access/sign-in';
import { signOut as endSession } from '@/lib/services/access/sign-out';
import type { Context, World } from '@/lib/services/context';
import { signInByPasskey as judgePasskey, type PasskeySignInFailure } from '@/lib/services/factors/sign-in-by-passkey';
import { isDatabaseAway } from '@/lib/services/parts/database-away';
import type { Refusal } from '@/lib/services/service';
import { accountPath, signInPath } from '@/lib/views/paths';
import { reachDoor } from '@/server/edge';
import { whenceOf } from '@/server/network';
import type { KnownFailure } from '../answer/problems';
import { clearCaches } from '../clear-caches';
import { anonymousContext } from './anonymous-context';
import { signedIn } from './enter';
import { answerFault } from './enter-api';
import { deviceMarks, rememberDevice } from './known-device';
import { readAnswer } from './read-answer';
import { safeRedirect } from './safe-redirect';
import { sessionCookie, sessionSecret } from './session-cookie';

/** Why a guess was not taken, in next-auth's error; `code` is public: it stands in the address of the sign-in page. */
class SignInRefused extends CredentialsSignin {
  constructor(readonly failure: Failure) {
    super();
    this.code = codeOf(failure);
  }
}

// The world is there once the server runs; a build imports this file, too.
const auth = NextAuth(async () => configFor(await world()));

type Failure = SignInFailure | PasskeySignInFailure | Refusal;

/** Nothing in it but its kind, and how long to wait: it stands in an address. */
function codeOf(failure: Failure): string {
  switch (failure.kind) {
    case 'too-many':
      return `wait-${failure.retryAfterSeconds}`;
    case 'code-needed':
    case 'wrong-code':
    case 'factor-unreadable':
    case 'passkey-refused':
    case 'sign-in-late':
      return failure.kind;
    default:
      return 'wrong';
  }
}

export type Proof = {
  readonly email: string;
  readonly password?: string;
  readonly code?: string;
  readonly half?: string;
};

/** Signs the browser in, for the forms of sign-in, set-up and one-time links. */
export const signInByPassword = (proof: Proof): Promise<Result<null, Failure>> => enterBy('credentials', proof);

/** The same with what a passkey answered, as JSON. */
export const signInByPasskey = (proof: { question: string; answer: string }): Promise<Result<null, KnownFailure>> =>
  enterBy('passkey', proof);

async function enterBy(
  provider: 'credentials' | 'passkey',
  proof: Readonly<Record<string, string>>,
): Promise<Result<null, Failure>> {
  try {
    await auth.signIn(provider, { ...proof, redirect: false });
    return ok(null);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const { failure } = error;
    return failure.kind === 'invalid-input' ? fail({ kind: 'wrong-credentials' }) : fail(failure);
  }
}

/** Signs the browser out: its session ends in the database, its cookie here. */
export async function leave(): Promise<void> {
  reachDoor();
  // next-auth lets the cookie go even when the session could not be ended: end it first.
  const ctx = await signedIn();
  if (ctx !== null) await endSession(ctx, {});
  clearCaches();
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
    session: { strategy: 'jwt', maxAge: built.config.sessions.maxHours * 3600 },
    cookies: {
      sessionToken: { name, options },
      // By itself it would be bound to https only, not to this very host.
      callbackUrl: { name: `${secure ? '__Host-' : ''}authjs.callback-url`, options },
    },
    pages: { signIn: signInPath(), signOut: accountPath(), error: signInPath() },
    providers: [credentials(built), passkey(built)],
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
    credentials: { email: { type: 'email' }, password: { type: 'password' }, code: {}, half: {} },
    async authorize(given, request) {
      const ctx = await anonymousContext(built);
      const { email, password, code, half } = given;
      const judged = await judge(ctx, { email, password, code, half, ...(await broughtBy(request, built)) });
      if (!judged.ok) throw new SignInRefused(judged.failure);
      const { secret, person, device } = judged.value;
      if (device !== null) await rememberDevice({ userId: person.id, mark: device }, built.config.publicUrl);
      return { id: person.id, name: person.name, email: person.email, sessionSecret: secret };
    },
  });

const passkey = (built: World): Provider =>
  Credentials({
    id: 'passkey',
    credentials: { question: {}, answer: {} },
    async authorize(given, request) {
      const ctx = await anonymousContext(built);
      const { userAgent, replaces } = await broughtBy(request, built);
      const { question } = given;
      const judged = await judgePasskey(ctx, { question, answer: readAnswer(given.answer), userAgent, replaces });
      if (!judged.ok) throw new SignInRefused(judged.failure);
      const { secret, person } = judged.value;
      return { id: person.id, name: person.name, email: person.email, sessionSecret: secret };
    },
  });

/** What a browser has from before, whoever signs in with it now. */
async function broughtBy(request: Request, { config }: World) {
  return {
    userAgent: request.headers.get('user-agent') ?? '',
    devices: deviceMarks(await cookies(), config.publicUrl),
    replaces: await sessionSecret((await headers()).get('cookie'), config),
  };
}

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
  clearCaches();
  const ctx = await recognise(built, token, whenceOf(built.config.trustedProxies));
  if (ctx !== null) await endSession(ctx, {});
}

const recognise = async (built: World, token: unknown, whence: Whence = nowhere): Promise<Context | null> =>
  typeof token === 'object' && token !== null && 'secret' in token && typeof token.secret === 'string'
    ? recogniseSession(built, { secret: token.secret, ...whence })
    : null;

type Whence = ReturnType<typeof whenceOf>;
const nowhere: Whence = { network: null, userAgent: null };
