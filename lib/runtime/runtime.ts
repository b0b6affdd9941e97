import 'server-only';
import { createCache } from '@/lib/adapters/cache';
import { systemClock } from '@/lib/adapters/clock';
import { openArchive } from '@/lib/adapters/db/backup/open-archive';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { createEnpass } from '@/lib/adapters/enpass/client';
import { countsOfBody } from '@/lib/adapters/enpass/stored-body';
import { createKeyRing } from '@/lib/adapters/key-ring';
import { createLimits } from '@/lib/adapters/limits';
import { createLog } from '@/lib/adapters/log';
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
  const log = await createLog(config.logLevel);
  log.info('zone-rules', { from: zoneRules.from, version: zoneRules.version, node: zoneRules.node });
  const applied = await migrate({ url, dataDir, mayReplaceMissing });
  if (applied.length > 0) log.info('migrations-applied', { migrations: applied.join(' ') });
  warnOfOpenFolders(config, log);
  const secrets = createSecrets(keyRing.keys);
  const database = await openDatabase(url, {
    onTrouble: troubleTeller(log),
    onAudited: await auditTeller(config.logLevel),
    sealing: secrets,
    remember: {
      dataDir,
      now: systemClock.now,
      onFault: (error) => log.error('chain-heads-not-written', { error: codeOf(error) }),
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
    passwords: createPasswords(),
    keyRing,
    secrets,
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
      userAgent: 'enpass-adoption-history/0.1',
      now: systemClock.now,
    }),
  };
}

/** Every entry point (server, CLI, development) runs in the project's folder. */
function configuration(): Config {
  const read = readConfig(process.env, { projectRoot: process.cwd(), secretFiles: diskSecretFiles });
  if (!read.ok) throw new Error(describeFaults(read.failure.faults));
  return read.value;
}
