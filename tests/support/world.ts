import { afterEach, beforeEach } from 'vitest';
import { createCache } from '@/lib/adapters/cache';
import { openArchive } from '@/lib/adapters/db/backup/open-archive';
import { createEnpass } from '@/lib/adapters/enpass/client';
import { countsOfBody } from '@/lib/adapters/enpass/stored-body';
import { createKeyRing, type KeyRing } from '@/lib/adapters/key-ring';
import { createLimits } from '@/lib/adapters/limits';
import { createOneTimeCodes } from '@/lib/adapters/one-time-codes';
import { createPasskeys } from '@/lib/adapters/passkeys';
import { createPasswords } from '@/lib/adapters/passwords';
import { createSecrets } from '@/lib/adapters/secrets';
import { createZones } from '@/lib/adapters/zones/zones';
import type { Config } from '@/lib/config/config';
import type { Actor } from '@/lib/domain/roles';
import { type Context, contextFor, type World } from '@/lib/services/context';
import { cast, castPassword, type Member, scheduler, signedIn } from '../../demo/cast';
import { type FakeEnpass, startFakeEnpass } from '../../demo/fake-enpass/server';
import { type Fresh, freshSqlite, type TestDatabase } from './databases';

export type TestWorld = {
  readonly world: World;
  readonly database: TestDatabase;
  readonly enpass: FakeEnpass;
  readonly clock: { now(): Date; set(instant: string): void; forward(ms: number): void };
  /** What was logged, event and fields, in order. */
  readonly logged: { level: string; event: string; fields: Record<string, unknown> }[];
  as(who: Actor): Context;
  stop(): void;
  end(): Promise<void>;
};

const organisation = {
  id: 'first',
  name: 'Northwind Logistics',
  timeZone: 'Europe/Berlin',
  captureTime: '06:00',
} as const;

/** A real world in small: a migrated database, a fake Enpass over HTTP, a clock that stands still, the cast of four. */
export async function testWorld({
  fresh = freshSqlite,
  now = '2026-11-23T09:00:00Z',
  config: wanted = {},
}: {
  fresh?: Fresh;
  now?: string;
  config?: Partial<Config>;
} = {}): Promise<TestWorld> {
  const clock = movableClock(now);
  // The database seals with the world's keys, which only the configuration knows, which names the database.
  let keyRing: KeyRing | null = null;
  const secrets = createSecrets(() => keyRing?.keys() ?? []);
  const [database, enpass] = await Promise.all([fresh(secrets), startFakeEnpass({ now: clock.now })]);
  const config = configFor(database, enpass, wanted);
  keyRing = createKeyRing(config);
  const logged: TestWorld['logged'] = [];
  const stopping = new AbortController();
  const world: World = {
    config,
    clock,
    cache: createCache(),
    zones: createZones({ from: 'node', version: '2025c', node: '2025c' }),
    store: database.store,
    archive: openArchive({ database, url: database.url, parse: countsOfBody }),
    shutdown: stopping.signal,
    log: recordingLog(logged),
    passwords: createPasswords(),
    codes: createOneTimeCodes(),
    passkeys: createPasskeys({ publicUrl: config.publicUrl, name: 'Enpass adoption history' }),
    keyRing,
    oidc: null,
    secrets,
    limits: createLimits({
      client: database.prisma,
      refreshPerMinute: config.refreshPerMinute,
      apiPerMinute: config.apiPerMinute,
    }),
    enpass: createEnpass({
      attemptTimeoutMs: config.enpassAttemptTimeoutMs,
      runDeadlineMs: config.enpassRunDeadlineMs,
      retryBaseMs: config.enpassRetryBaseMs,
      privateTargets: config.privateTargets,
      userAgent: 'test',
      now: clock.now,
    }),
  };
  await world.store.organisations.create({ ...organisation, createdAt: clock.now() });
  const as = (actor: Actor) =>
    contextFor(world, { actor: confirmed(actor, clock), organisation, network: '192.0.2.7' });
  const end = async () => void (await Promise.all([database.drop(), enpass.close()]));
  return { world, database, enpass, clock, logged, as, stop: () => stopping.abort(), end };
}

/** Whoever is not said to have confirmed themselves at some time did so just now, however long a test goes on. */
function confirmed(actor: Actor, clock: { now(): Date }): Actor {
  if (actor.kind !== 'person' || !('session' in actor.via) || actor.via.confirmedAt !== null) return actor;
  const { session, signedInBy } = actor.via;
  return {
    ...actor,
    via: {
      session,
      signedInBy,
      get confirmedAt() {
        return clock.now();
      },
    },
  };
}

/** A world of its own for each test, under one name. */
export function worldPerTest(options: Parameters<typeof testWorld>[0] = {}): TestWorld {
  const at = {} as TestWorld;
  beforeEach(async () => {
    Object.assign(at, await testWorld(options));
  });
  afterEach(() => at.end());
  return at;
}

/** The cast as people of the organisation; all have `castPassword`. Hashing is slow: only tests that sign in need it. */
export async function inviteCast({ world, as }: TestWorld): Promise<void> {
  const passwordHash = await world.passwords.hash(castPassword);
  for (const member of Object.values<Member>(cast)) {
    const createdAt = world.clock.now();
    await as(scheduler).store.people.create(organisation.id, { ...member, status: 'active', passwordHash, createdAt });
  }
}

export const asAda = ({ as }: TestWorld): Context => as(signedIn(cast.ada));

function movableClock(start: string) {
  let at = new Date(start);
  return {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant);
    },
    forward: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
  };
}

const configFor = (database: TestDatabase, enpass: FakeEnpass, wanted: Partial<Config>): Config => ({
  port: 3000,
  host: '127.0.0.1',
  publicUrl: new URL('http://localhost:3000'),
  databaseUrl: database.url,
  dataDir: database.dataDir,
  authSecret: 'an auth secret for tests, 32 bytes or more',
  encryptionKeys: ['an encryption key for tests, 32 bytes or more'],
  encryptionKeyIsGenerated: false,
  enpass: { baseUrl: enpass.url, token: enpass.token },
  enpassAttemptTimeoutMs: 2_000,
  enpassRunDeadlineMs: 4_000,
  enpassRetryBaseMs: 10,
  refreshPerMinute: 1_000,
  apiPerMinute: 1_000,
  organisation,
  captureTime: organisation.captureTime,
  signIn: { mode: 'both', provider: null, factorRequired: new Set() },
  sessions: { idleHours: 24, maxHours: 168, adminMaxHours: 12 },
  breachedPasswordsFile: null,
  auditRetentionDays: null,
  proxy: null,
  admin: null,
  privateTargets: new Set([new URL(enpass.url).host]),
  metricsToken: null,
  securityContact: null,
  trustedProxies: 0,
  logLevel: 'silent',
  accessLog: false,
  ...wanted,
});

function recordingLog(logged: TestWorld['logged']): World['log'] {
  const at =
    (level: string) =>
    (event: string, fields: Record<string, unknown> = {}) =>
      void logged.push({ level, event, fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
