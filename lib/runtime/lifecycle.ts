import 'server-only';
import { startScheduler } from '@/lib/adapters/scheduler';
import { jobContext, stopWorld, world } from '@/lib/runtime/runtime';
import { captureDueSnapshot } from '@/lib/services/capture/capture-due-snapshot';
import type { World } from '@/lib/services/context';
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
  if (first.kind === 'set-up-open') invite(first.url);
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
    close: async () => {
      await scheduler.stop();
      await built.store.close();
    },
    logAnswer:
      built.config.logLevel === 'debug'
        ? (line: Readonly<Record<string, string | number>>) => built.log.debug('answered', line)
        : null,
  };
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

async function beat(): Promise<Date | null> {
  const due = await captureDueSnapshot(await jobContext('scheduler'), {});
  if (!due.ok) throw new Error(`the scheduler may not ${due.failure.kind}`);
  return due.value.checkAgainAt;
}

/** The one thing a person must see: also where the log is JSON, it stands alone on its lines. */
function invite(url: string): void {
  process.stdout.write(`\nNobody can sign in yet. Open this link once to set the application up:\n\n  ${url}\n\n`);
}

function refuseToStart(error: unknown): never {
  process.stderr.write(`\nThe application did not start.\n${refusalWords(error)}\n\n`);
  process.exit(1);
}
