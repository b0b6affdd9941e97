import { requestId } from '@/lib/process';

const weights = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };
type Level = Exclude<keyof typeof weights, 'silent'>;

type Fields = Readonly<Record<string, string | number | undefined>>;

/** One line on standard output, JSON but on a terminal, of the form that the application's own log has: the server around it cannot reach that. */
export function say(level: Level, msg: string, fields: Fields = {}): void {
  if (weights[level] < weights[leastLevel()]) return;
  process.stdout.write(`${process.stdout.isTTY ? inPlain(msg, fields) : inJson(level, msg, fields)}\n`);
}

const inPlain = (msg: string, fields: Fields): string => [msg, ...Object.values(fields)].join(' ');

const inJson = (level: Level, msg: string, fields: Fields): string =>
  JSON.stringify({ level, time: new Date().toISOString(), requestId: requestId(), ...fields, msg });

/** LOG_LEVEL; a word it does not know refuses the start, but what is said until then is heard. */
function leastLevel(): keyof typeof weights {
  const { LOG_LEVEL: asked = '' } = process.env;
  return isLevel(asked) ? asked : 'info';
}

const isLevel = (word: string): word is keyof typeof weights => Object.hasOwn(weights, word);
