import { type Fault, longestRow, mostRows, sliceLength, tooLongRow, tooManyRows } from './history-file';

/** Whole records of a CSV file that stand one after the other; `line` is where the first begins. */
export type Piece = { readonly text: string; readonly line: number };

/**
 * Cuts a CSV text where records end, so that it can be read a slice at a time; a piece's text is empty where nothing but blanks was
 * passed over. Ends with a fault at what is no file of numbers, before that is read.
 */
export function* piecesOf(text: string): Generator<Piece | Fault> {
  let place: Place = { at: 0, line: 1, records: 0 };
  while (place.at <= text.length) {
    const next = pieceFrom(text, place);
    if ('cause' in next) return yield next;
    yield { text: next.records > place.records ? text.slice(place.at, next.at) : '', line: place.line };
    place = next;
  }
}

/** Where a piece begins: on which line, and how many filled records lie before it. */
type Place = { readonly at: number; readonly line: number; readonly records: number };

const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/** 1 where a character's code is of none that fills a cell. */
const blank = new Uint8Array(128);
for (const character of ' \t\r,;|') blank[character.charCodeAt(0)] = 1;

/** A plain loop over plain variables: it looks at every character of the file. */
function pieceFrom(text: string, from: Place): Place | Fault {
  let { line, records } = from;
  let start = from.at;
  let startLine = line;
  let quoted = false;
  let filled = false;
  for (let at = start; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed;
    if (code === quote) quoted = !quoted;
    const ends = code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
    if (ends) line += 1;
    else if (blank[code] !== 1) filled = true;
    if (at - start > longestRow || (quoted && at === text.length))
      return quoted ? unclosed(startLine) : tooLongRow(startLine);
    if (!ends || quoted) continue;
    if (filled) records += 1;
    // The first is the header.
    if (records > mostRows + 1) return tooManyRows(startLine);
    start = at + 1;
    startLine = line;
    filled = false;
    if (start - from.at >= sliceLength) break;
  }
  return { at: start, line, records };
}

const unclosed = (line: number): Fault => ({ line, cause: 'quotes', message: 'The quotes in this line do not match' });
