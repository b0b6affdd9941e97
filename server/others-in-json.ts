import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { edge } from './edge';
import { say } from './say';
import { withoutLinks } from './without-secrets';

/**
 * What Next, Node and packages say becomes lines of the log as well, a stack trace one line: whoever collects the log reads
 * JSON and nothing else.
 */
export function putOthersInJson(): void {
  const { log: warn } = new Console(spoken('warn'), spoken('warn'));
  globalThis.console = Object.assign(new Console(spoken('info'), spoken('error')), { warn });
  // Node's own listener writes to standard error where nothing can catch it.
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => tell('warn', `${name}: ${message}`));
}

type Level = 'info' | 'warn' | 'error';

/** Each call of the console is one write. */
const spoken = (level: Level) =>
  new Writable({
    decodeStrings: false,
    write: (text, _, done) => {
      tell(level, String(text));
      done();
    },
  });

function tell(level: Level, text: string): void {
  const said = withoutLinks(stripVTControlCharacters(text).trim());
  if (said !== '') say(level === 'error' && isTheirs() ? 'warn' : level, 'said', { text: said });
}

/** What breaks before anything of ours has begun is no alarm: anybody can send a form that cannot be read. */
const isTheirs = (): boolean => {
  const asked = edge();
  return asked?.isForNextToRead === true && !asked.isAtDoor;
};
