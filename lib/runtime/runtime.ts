import 'server-only';
import { breachedList } from '@/lib/adapters/breached-list';
import { createCache } from '@/lib/adapters/cache';
import { systemClock } from '@/lib/adapters/clock';
import { openArchive } from '@/lib/adapters/db/backup/open-archive';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { checkBaseUrl, guardedLookup } from '@/lib/adapters/enpass/address';
import { createEnpass } from '@/lib/adapters/enpass/client';
import { countsOfBody } from '@/lib/adapters/enpass/stored-body';
import { createKeyRing } from '@/lib/adapters/key-ring';
import { createLimits } from '@/lib/adapters/limits';
import { createLog } from '@/lib/adapters/log';
import { createOidc } from '@/lib/adapters/oidc/client';
import type { Oidc } from '@/lib/adapters/oidc/oidc';
import { createOneTimeCodes } from '@/lib/adapters/one-time-codes';
import { createWayOut } from '@/lib/adapters/outgoing/way-out';
import { createPasskeys } from '@/lib/adapters/passkeys';
import { createPasswords } from '@/lib/adapters/passwords';
import { diskSecretFiles } from '@/lib/adapters/secret-files';
import { createSecrets } from '@/lib/adapters/secrets';
import { newestRules } from '@/lib/adapters/zones/newest-rules';
import { createZones } from '@/lib/adapters/zones/zones';
import { type Config, describeFaults, readConfig } from '@/lib/config/config';
import type { Actor } from '@/lib/domain/roles';
import { goByZoneRules } from '@/lib/domain/zone-rules';
import { perProcess } from '@/lib/process';
import { type Context, contextFor, type World } from '@/lib/services/context';
import { auditTeller } from './audit-teller';
import { codeOf, refuseLostHistory } from './lost-history';
import { sealHistory } from './seal-history';
import { troubleTeller } from './trouble-teller';
import { warnOfOpenFolders } from './warn-of-open-folders';

const zoneRules = perProcess('zone-rules', newestRules);
// Each bundle has its own copy of the domain, and none of them shows a day before it has loaded this file.
goByZoneRules(zoneRules.of);

type Running = { readonly world: Promise<World>; readonly stopping: AbortController };

/** The process's one world: pages, routes and the scheduler live in separate bundles and must share it. */
export function world(): Promise<World> {
  return running().world;
}

/** The same for a restore, which may begin with a new database where one got lost. */
export function worldToRestore(): Promise<World> {
  return running({ ...strict, mayReplaceMissing: true }).world;
}

/** The same for who only looks, and wants to hear what a database lacks. */
export function worldToLookAt(): Promise<World> {
  return running({ ...strict, mayLackHistory: true }).world;
}

/** Tells what runs in the world that the process ends: no new work begins and running reads stop. */
export const stopWorld = (): void => running().stopping.abort();

/** The world as one of the application's own jobs sees it. */
export async function jobContext(name: (Actor & { kind: 'job' })['name']): Promise<Context> {
  const built = await world();
  const organisation = await built.store.organisations.first();
  if (organisation === null) throw new Error('the first start creates the organisation');
  return contextFor(built, { actor: { kind: 'job', name }, organisation, network: null });
}

/** A restore may begin with a new database where one got lost; who only looks may look at one that lacks what is remembered. */
type Options = { readonly mayReplaceMissing: boolean; readonly mayLackHistory: boolean };

const strict: Options = { mayReplaceMissing: false, mayLackHistory: false };

const running = (how: Options = strict): Running =>
  perProcess('world', () => {
    const stopping = new AbortController();
    return { world: build(stopping.signal, how), stopping };
  });

async function build(shutdown: AbortSignal, { mayReplaceMissing, mayLackHistory }: Options): Promise<World> {
  const config = configuration();
  const { databaseUrl: url, dataDir } = config;
  const keyRing = createKeyRing(config);
  const breached = config.breachedPasswordsFile === null ? null : breachedList(config.breachedPasswordsFile);
  const log = await createLog(config.logLevel);
  log.info('zone-rules', { from: zoneRules.from, version: zoneRules.version, node: zoneRules.node });
  await breached?.check();
  const applied = await migrate({ url, dataDir, mayReplaceMissing });
  if (applied.length > 0) log.info('migrations-applied', { migrations: applied.join(' ') });
  warnOfOpenFolders(config, log);
  const secrets = createSecrets(keyRing.keys);
  const database = await openDatabase(url, {
    onTrouble: troubleTeller(log),
    onFewerConnections: (held) => log.warn('fewer-connections', { held }),
    onAudited: await auditTeller(config.logLevel),
    sealing: secrets,
    remember: {
      dataDir,
      now: systemClock.now,
      onFault: (error) => log.error('chain-heads-not-written', { error: codeOf(error) }),
      onGarbled: (keptAt) => log.error('chain-heads-garbled', { keptAt }),
    },
  });
  await refuseLostHistory(database, { mayDiffer: mayReplaceMissing || mayLackHistory, log });
  await sealHistory(database, { now: systemClock.now(), log });
  const { prisma, store } = database;
  return {
    config,
    log,
    store,
    archive: openArchive({ database, url, parse: countsOfBody }),
    shutdown,
    clock: systemClock,
    cache: createCache(),
    zones: createZones(zoneRules),
    passwords: createPasswords(breached),
    codes: createOneTimeCodes(),
    passkeys: createPasskeys({ publicUrl: config.publicUrl, name: 'Enpass adoption history' }),
    keyRing,
    secrets,
    oidc: oidcOf(config),
    limits: createLimits({
      client: prisma,
      refreshPerMinute: config.refreshPerMinute,
      apiPerMinute: config.apiPerMinute,
    }),
    enpass: createEnpass({
      attemptTimeoutMs: config.enpassAttemptTimeoutMs,
      runDeadlineMs: config.enpassRunDeadlineMs,
      retryBaseMs: config.enpassRetryBaseMs,
      privateTargets: config.privateTargets,
      wayOut: (lookup) => createWayOut({ proxy: config.proxy, lookup }),
      userAgent: 'enpass-adoption-history/0.1',
      now: systemClock.now,
    }),
  };
}

function oidcOf({ signIn: { provider, mode }, privateTargets, proxy }: Config): Oidc | null {
  if (provider === null || mode === 'password') return null;
  return createOidc({
    provider,
    guard: {
      check: (address) => checkBaseUrl(address, privateTargets),
      wayOut: createWayOut({ proxy, lookup: (url) => guardedLookup(url, privateTargets) }),
    },
    deadlineMs: 10_000,
    userAgent: 'enpass-adoption-history/0.1',
    now: systemClock.now,
  });
}

/** Every entry point (server, CLI, development) runs in the project's folder. */
function configuration(): Config {
  const read = readConfig(process.env, { projectRoot: process.cwd(), secretFiles: diskSecretFiles });
  if (!read.ok) throw new Error(describeFaults(read.failure.faults));
  return read.value;
}
