import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { comeFromProvider } from '@/app/_doors/enter/come-from-provider';
import { leaveForProvider } from '@/app/_doors/enter/leave-for-provider';
import { sessionSecret } from '@/app/_doors/enter/session-cookie';
import type { PersonStatus } from '@/lib/adapters/db/stores/people';
import { checkBaseUrl, guardedLookup } from '@/lib/adapters/enpass/address';
import { createOidc } from '@/lib/adapters/oidc/client';
import { createPasswords } from '@/lib/adapters/passwords';
import type { OidcProvider, SignInConfig } from '@/lib/config/config';
import type { Actor } from '@/lib/domain/roles';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn } from '@/lib/services/access/sign-in';
import type { World } from '@/lib/services/context';
import { castPassword, type Member, nobody } from '../../demo/cast';
import { type Oddity, type OddProvider, startOddProvider } from '../support/odd-provider';
import { type TestWorld, testWorld } from '../support/world';

// Hashing is slow on purpose; the cast has one password, so one hash will do.
const castHash = createPasswords().hash(castPassword);

const held = Symbol.for('enpass-adoption.world');
const shared = globalThis as typeof globalThis & { [held]?: unknown };
export const own = 'https://adoption.example';

type Wanted = {
  readonly provider?: Partial<OidcProvider>;
  readonly mode?: SignInConfig['mode'];
  /** A busy machine is no slow provider. */
  readonly deadlineMs?: number;
};

/** A world with a provider, and a browser that goes there and comes back. */
export type SsoWorld = TestWorld & {
  readonly provider: OddProvider;
  /** How often a password was hashed or compared. */
  readonly hashed: () => number;
  settle(wanted: Wanted): void;
  /** Somebody with the cast's password. */
  add(member: Member, more?: { status?: PersonStatus; isBreakGlass?: boolean }): Promise<void>;
  /** Whether the cast's password, or another, lets somebody in. */
  guess(email: string, password?: string): Promise<boolean>;
  /** Who has the session that an answer gave; null for nobody. */
  actorOf(answer: Response): Promise<(Actor & { kind: 'person' }) | null>;
  /** The whole way: answers what the browser got at its end. */
  arrive(person: Record<string, unknown>, oddity?: Oddity, how?: Way): Promise<Response>;
};

type Way = { readonly to?: string; readonly cookie?: string; readonly callback?: (url: URL) => string };

export function ssoPerTest(): SsoWorld {
  const at = {} as SsoWorld & { provider: OddProvider };
  beforeAll(async () => {
    at.provider = await startOddProvider();
  });
  afterAll(() => at.provider.close());
  beforeEach(async () => {
    const inner = await testWorld({ config: { publicUrl: new URL(own) } });
    let hashes = 0;
    const { passwords } = inner.world;
    const counting: World['passwords'] = {
      ...passwords,
      hash: (password) => {
        hashes += 1;
        return passwords.hash(password);
      },
      verify: (hash, password) => {
        hashes += 1;
        return passwords.verify(hash, password);
      },
    };
    const settle = (wanted: Wanted) => settleIn(at, { ...inner.world, passwords: counting }, wanted);
    const add: SsoWorld['add'] = async ({ id, email, name, role }, more = {}) => {
      const person = { id, email, name, role, status: 'active' as const, passwordHash: await castHash, ...more };
      await inner.world.store.people.create('first', { ...person, createdAt: inner.clock.now() });
    };
    const guess: SsoWorld['guess'] = async (email, password = castPassword) =>
      (await signIn({ ...inner.as(nobody), ...at.world }, { email, password, userAgent: '' })).ok;
    const actorOf: SsoWorld['actorOf'] = async (answer) => {
      const secret = await sessionSecret(cookieIn(answer, 'authjs.session-token'), at.world.config);
      const ctx = secret === null ? null : await recogniseSession(at.world, { secret, network: null });
      return ctx?.actor.kind === 'person' ? ctx.actor : null;
    };
    Object.assign(at, inner, { settle, actorOf, add, guess, hashed: () => hashes, arrive: arriveIn(at) });
    settle({});
  });
  afterEach(async () => {
    delete shared[held];
    await at.end();
  });
  return at;
}

function settleIn(
  at: SsoWorld & { provider: OddProvider },
  inner: World,
  { provider: more, mode = 'both', deadlineMs = 10_000 }: Wanted,
) {
  const { issuer, clientId, clientSecret } = at.provider;
  const privateTargets = new Set([new URL(issuer).host]);
  const usual = { defaultRole: 'viewer', roles: null, domains: [], trustEmail: false } as const;
  const provider = { issuer, clientId, clientSecret, name: 'Example ID', ...usual, ...more };
  const oidc = createOidc({
    provider,
    guard: {
      check: (address) => checkBaseUrl(address, privateTargets),
      wayOut: async (url) => ({ lookup: guardedLookup(url, privateTargets), agent: false }),
    },
    deadlineMs,
    userAgent: 'test',
    now: () => new Date(),
  });
  const signIn: SignInConfig = { mode, provider, factorRequired: new Set() };
  const world = { ...inner, oidc, config: { ...inner.config, signIn } };
  Object.assign(at, { world });
  shared[held] = { world: Promise.resolve(world), stopping: new AbortController() };
}

const arriveIn =
  (at: SsoWorld): SsoWorld['arrive'] =>
  async (person, oddity = {}, { to = '/trends', cookie = '', callback = (url: URL) => url.href } = {}) => {
    at.provider.become(person, oddity);
    const left = await leaveForProvider(
      new Request(`${own}/api/auth/signin/oidc`, {
        method: 'POST',
        headers: { origin: own, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ callbackUrl: to }),
      }),
    );
    const kept = cookieIn(left, 'adoption.provider');
    if (kept === null) return left;
    const there = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' });
    const back = callback(new URL(there.headers.get('location') ?? ''));
    return comeFromProvider(new Request(back, { headers: { cookie: `${kept}; ${cookie}`, 'user-agent': 'Vitest' } }));
  };

/** As a browser sends it back; null where the answer sets none. */
export const cookieIn = (answer: Response, name: string): string | null =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith(`__Host-${name}=`) && !cookie.endsWith('=')) ?? null;

export const errorOf = (answer: Response): string | null =>
  new URL(answer.headers.get('location') ?? own, own).searchParams.get('error');
