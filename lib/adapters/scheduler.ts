import type { Clock } from './clock';
import type { Log } from './log';

export type Scheduler = { stop(): Promise<void> };

type Options = { readonly tick: () => Promise<Date | null>; readonly clock: Clock; readonly log: Log };

const longestMs = 60_000;
const shortestMs = 1_000;

/**
 * Calls `tick` at once and then at least every minute; a tick may name an earlier moment. A minute's beat instead of
 * a timer for the due time: it survives sleep, clock jumps and daylight saving, and catches up after downtime.
 */
export function startScheduler({ tick, clock, log }: Options): Scheduler {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let beat: Promise<void> = Promise.resolve();

  const once = async () => {
    const next = await tick().catch((error: unknown) => {
      // The next beat asks again: a database that is away now must not end capture for good.
      log.error('scheduler-failed', { error: error instanceof Error ? error.name : 'unknown' });
      return null;
    });
    if (stopped) return;
    const waitMs = next ? next.getTime() - clock.now().getTime() : longestMs;
    timer = setTimeout(run, Math.min(longestMs, Math.max(shortestMs, waitMs)));
    timer.unref();
  };
  const run = () => {
    beat = once();
  };
  run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await beat;
    },
  };
}
