import 'server-only';
import { createLog } from '@/lib/adapters/log';
import { startScheduler } from '@/lib/adapters/scheduler';
import { jobContext, stopWorld, world } from '@/lib/runtime/runtime';
import { captureDueSnapshot } from '@/lib/services/capture/capture-due-snapshot';
import type { World } from '@/lib/services/context';
import { keepHouse } from '@/lib/services/operation/keep-house';
import { prepareFirstStart } from '@/lib/services/operation/parts/prepare-first-start';
import { isDatabaseAway } from '@/lib/services/parts/database-away';
import { refusalWords } from './refusal-words';

/**
 * Starts what runs beside the pages: first-start duties, the scheduler, an orderly end. A refusal ends the process in plain
 * words. Answers what the server in front of the pages asks of the world.
 */
export async function serve() {
  const built = await world().catch(refuseToStart);
  const first = await prepareFirstStart(built).catch(refuseToStart);
  if (first.kind === 'admin-refused') refuseToStart(new Error(first.faults.join('\n')));
  if (first.kind === 'set-up-open') await invite(first.url);
  warnOfUntrustedProxies(built);
  const scheduler = startScheduler({ log: built.log, clock: built.clock, tick: () => beat() });
  const stop = () => {
    built.log.info('stopping');
    stopWorld();
    void scheduler.stop();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return {
    databaseAnswers: () => answers(built),
    trustedProxies: built.config.trustedProxies,
    close: async () => {
      await scheduler.stop();
      await built.store.close();
    },
    logAnswer: await accessLog(built),
  };
}

/** The throttle of a network would be everybody's, and the audit log would name the proxy for each of them. */
function warnOfUntrustedProxies({ config, log }: World): void {
  if (config.publicUrl.protocol !== 'https:' || config.trustedProxies > 0) return;
  log.warn('proxies-not-trusted', { cure: 'TRUSTED_PROXIES=1, where one proxy sets X-Forwarded-For' });
}

type LogAnswer = (line: Readonly<Record<string, string | number | boolean | null>>) => void;

/** Whoever switches it on wants all of it, however little LOG_LEVEL lets through of the rest. */
async function accessLog({ config, log }: World): Promise<LogAnswer | null> {
  if (config.accessLog) {
    const own = await createLog('info');
    return (line) => own.info('answered', line);
  }
  return config.logLevel === 'debug' ? (line) => log.debug('answered', line) : null;
}

async function answers({ store }: World): Promise<boolean> {
  try {
    await store.ping();
    return true;
  } catch (error) {
    if (isDatabaseAway(error)) return false;
    throw error;
  }
}

/** At the start, and once on each day of UTC after it. */
let houseKeptOn = '';

async function keepHouseDaily(): Promise<void> {
  const ctx = await jobContext('scheduler');
  const today = ctx.clock.now().toISOString().slice(0, 10);
  if (today === houseKeptOn) return;
  const kept = await keepHouse(ctx, {});
  if (!kept.ok) throw new Error(`the scheduler may not ${kept.failure.kind}`);
  houseKeptOn = today;
}

async function beat(): Promise<Date | null> {
  const due = await captureDueSnapshot(await jobContext('scheduler'), {});
  if (!due.ok) throw new Error(`the scheduler may not ${due.failure.kind}`);
  await keepHouseDaily();
  return due.value.checkAgainAt;
}

/** The one thing a person must see, whatever LOG_LEVEL leaves out: on a terminal it stands alone on its lines. */
async function invite(url: string): Promise<void> {
  const words = `Nobody can sign in yet. Open ${url} once to set the application up.`;
  if (process.stdout.isTTY) process.stdout.write(`\n${words}\n\n`);
  else (await createLog('info')).info('set-up-open', { words });
}

function refuseToStart(error: unknown): never {
  process.stderr.write(`\nThe application did not start.\n${refusalWords(error)}\n\n`);
  process.exit(1);
}
