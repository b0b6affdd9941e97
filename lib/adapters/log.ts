import type { Logger } from 'pino';
import type { LogEvent } from '@/lib/domain/log-events';
import { requestId } from '@/lib/process';

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line per event. Fields are flat facts (kinds, ids, durations); errors are reduced to their kind before they come here. */
export type Log = {
  debug(event: LogEvent, fields?: Fields): void;
  info(event: LogEvent, fields?: Fields): void;
  warn(event: LogEvent, fields?: Fields): void;
  error(event: LogEvent, fields?: Fields): void;
};

export async function createLog(level: string): Promise<Log> {
  if (level === 'silent') return silence;
  const logger = process.stdout.isTTY ? await forPeople(level) : await forPrograms(level);
  const at =
    (write: 'debug' | 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: Fields = {}) =>
      logger[write]({ requestId: requestId(), ...fields }, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

const nothing = () => {};
const silence: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** In this very thread: pino's own, beside it, dies with the whole process when the terminal is gone (SIGHUP ignored). */
async function forPeople(level: string): Promise<Logger> {
  const [{ pino }, { prettyFactory }] = await Promise.all([import('pino'), import('pino-pretty')]);
  const pretty = prettyFactory({ ignore: 'pid,hostname', colorize: process.stdout.hasColors?.() ?? false });
  // Lines that nobody can read any more are no reason to end.
  process.stdout.on('error', () => {});
  return pino({ level }, { write: (line) => void process.stdout.write(pretty(line)) });
}

async function forPrograms(level: string): Promise<Logger> {
  const { pino } = await import('pino');
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
