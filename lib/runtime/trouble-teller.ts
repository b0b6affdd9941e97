import type { OnTrouble } from '@/lib/adapters/db/drivers/telling';
import type { Log } from '@/lib/adapters/log';

const quietMs = 10_000;

/** Tells the log why the database cannot be used: each cause once in ten seconds, however many ask meanwhile. */
export function troubleTeller(log: Log): OnTrouble {
  const told = new Set<string>();
  return ({ message, trouble }) => {
    if (told.has(message)) return;
    told.add(message);
    setTimeout(() => told.delete(message), quietMs).unref();
    log.error('database-unavailable', { cause: message, trouble });
  };
}
