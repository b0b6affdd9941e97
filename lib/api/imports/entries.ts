import { type Fault, longestRow, mostRows, sliceLength, tooLongRow, tooManyRows } from './history-file';

/** What stands between two commas of the outermost list of a JSON text; `line` is where it begins. */
export type Entry = { readonly value: unknown; readonly line: number };

/**
 * The entries of a JSON list, a slice at a time; none for an empty list. Each is looked at by itself and only when it is short enough,
 * so that no file of brackets becomes a thousand times its size. Ends with a fault at what is no list.
 */
export function* entriesOf(text: string): Generator<readonly Entry[] | Fault> {
  const [open, close] = [text.search(/\S/), text.trimEnd().length - 1];
  const lineAt = lineCounter(text);
  if (text[open] !== '[' || text[close] !== ']') return yield notAList(1);
  let entries: Entry[] = [];
  let [from, found, seen] = [open + 1, 0, open];
  while (from <= close) {
    const start = nextFilled(text, from);
    if (found === 0 && start === close) break;
    const end = endOf(text, start, close);
    const line = lineAt(start);
    const value = parsed(text.slice(start, end));
    if (end - start > longestRow) return yield tooLongRow(line);
    if (value === undefined) return yield notAList(line);
    found += 1;
    if (found > mostRows) return yield tooManyRows(line);
    entries.push({ value, line });
    from = end + 1;
    if (from - seen < sliceLength) continue;
    yield entries;
    [entries, seen] = [[], from];
  }
  yield entries;
}

const notAList = (line: number): Fault => ({
  line,
  cause: 'not-a-list',
  message: 'The file is not a JSON list of days',
});

function nextFilled(text: string, from: number): number {
  const filled = /\S/g;
  filled.lastIndex = from;
  return filled.exec(text)?.index ?? text.length;
}

const [quote, comma, backslash] = [34, 44, 92];
const steps: ReadonlyMap<number, number> = new Map([...'[{]}'].map((one, at) => [one.charCodeAt(0), at < 2 ? 1 : -1]));

/** Where the next comma stands that is in no string and no bracket; `close` when there is none, more than `longestRow` away when it is far. */
function endOf(text: string, start: number, close: number): number {
  let [depth, inString] = [0, false];
  const far = Math.min(close, start + longestRow + 1);
  for (let at = start; at < far; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) inString = !inString;
    else if (inString) at += code === backslash ? 1 : 0;
    else if (code === comma && depth === 0) return at;
    else depth += steps.get(code) ?? 0;
  }
  return far;
}

function parsed(text: string): unknown {
  if (text.length > longestRow) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The line of a place, asked for places that only go on. */
function lineCounter(text: string): (place: number) => number {
  let [line, next] = [1, text.indexOf('\n')];
  return (place) => {
    while (next !== -1 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
