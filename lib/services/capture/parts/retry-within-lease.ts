import type { Context } from '../../context';
import { isDatabaseAway } from '../../parts/database-away';
import type { Turn } from './lease';

const firstWaitMs = 250;
const longestWaitMs = 2_000;

/**
 * Writes how a run ended, again and again while the database is away and the run's lease lasts: what Enpass answered is
 * not asked for twice. `write` asks for the lease itself, so that a write that landed unheard, or a lease that went to
 * another run, leaves nothing to do.
 */
export async function retryWithinLease<T>(ctx: Context, turn: Turn, write: () => Promise<T>): Promise<T> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      return await write();
    } catch (error) {
      const tooLate = ctx.clock.now().getTime() + waitMs >= turn.expiresAt.getTime();
      if (!isDatabaseAway(error) || tooLate || ctx.shutdown.aborted) throw error;
    }
    ctx.log.warn('refresh-waits-for-database', { run: turn.runId });
    await pause(waitMs, ctx.shutdown);
  }
}

function pause(ms: number, shutdown: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      shutdown.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    shutdown.addEventListener('abort', done);
  });
}
