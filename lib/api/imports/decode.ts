import { alone, type ParsedHistory } from './history-file';

/**
 * A file's text, whatever wrote it: UTF-8 with or without its mark, UTF-16 with its mark. Other encodings cannot be told from one
 * another, and what is no text is named for what it is, as a fault of the file as a whole.
 */
export function decoded(bytes: Uint8Array): string | ParsedHistory {
  const other = otherKinds.find(({ begin }) => startsWith(bytes, begin));
  if (other) return refused(typeof other.is === 'string' ? other.is : other.is(bytes));
  const encoding = encodings.find(({ mark }) => startsWith(bytes, mark))?.encoding ?? 'utf-8';
  const text = textIn(bytes, { encoding, fatal: true });
  return text ?? refused(encoding === 'utf-8' ? notUtf8(bytes) : `This says it is UTF-16 text and is not; ${saveAs}`);
}

/** The same of a text: without its mark, and refused where it is no table of ours at the first look. */
export function readable(text: string): string | ParsedHistory {
  const plain = text.replace(/^\uFEFF/, '');
  const kind = textKinds.find(({ of }) => of.test(plain));
  if (kind) return refused(kind.is);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  const odd = /[\0-\x08\x0E-\x1F\x7F]/.exec(plain);
  if (odd === null) return plain;
  const code = odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const line = lineOf(plain, odd.index);
  return refused(
    `Line ${line} has a character that no text has (U+${code}), so this is another kind of file, or a damaged one`,
    line,
  );
}

const saveAs = 'save it as CSV UTF-8';
const spreadsheet = `This is a spreadsheet; ${saveAs}, or import our CSV if it is an export of ours`;

const latin1 = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const otherKinds: readonly { begin: readonly number[]; is: string | ((bytes: Uint8Array) => string) }[] = [
  { begin: latin1('PK'), is: archive },
  // Excel's older files, and the newer ones that have a password.
  { begin: [0xd0, 0xcf, 0x11, 0xe0], is: spreadsheet },
  { begin: [0x1f, 0x8b], is: 'This file is compressed (gzip); unpack it first' },
  { begin: latin1('%PDF'), is: 'This is a PDF, whose numbers cannot be read; ask for a CSV of them' },
  { begin: latin1('PAR1'), is: `This is a Parquet file; ${saveAs}` },
  { begin: [0xff, 0xfe, 0, 0], is: `This is UTF-32 text; ${saveAs}` },
  { begin: [0, 0, 0xfe, 0xff], is: `This is UTF-32 text; ${saveAs}` },
];

const encodings = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const textKinds: readonly { of: RegExp; is: string }[] = [
  {
    of: /^\s*<(!doctype|html|\?xml|table|workbook)\b/i,
    is: `This is a web page or XML, not a CSV file; open it in a spreadsheet and ${saveAs}`,
  },
  {
    of: /^--\S+\r?\nContent-Disposition:/i,
    is: 'This is a form; send the file itself as the body, as curl --data-binary @FILE does',
  },
  { of: /^.?\0.\0|^\0.\0/, is: `This is UTF-16 text without its mark; ${saveAs}` },
];

/** Excel's, LibreOffice's and Apple's files are archives, too; what is inside stands readable at their end. */
function archive(bytes: Uint8Array): string {
  const names = textIn(bytes.subarray(-40_000), { encoding: 'latin1', fatal: false }) ?? '';
  const isSpreadsheet = /xl\/|opendocument\.spreadsheet|content\.xml|\.iwa/.test(names);
  return isSpreadsheet ? spreadsheet : 'This is a ZIP archive; unpack it and import the CSV that is in it';
}

function notUtf8(bytes: Uint8Array): string {
  const text = textIn(bytes, { encoding: 'utf-8', fatal: false }) ?? '';
  return `This is not UTF-8 text, from line ${lineOf(text, text.indexOf('\uFFFD'))} on; ${saveAs}`;
}

function textIn(bytes: Uint8Array, { encoding, fatal }: { encoding: string; fatal: boolean }): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

const startsWith = (bytes: Uint8Array, begin: readonly number[]): boolean =>
  begin.every((byte, at) => bytes[at] === byte);

const lineOf = (text: string, place: number): number => text.slice(0, Math.max(0, place)).split(/\r\n?|\n/).length;

const refused = (message: string, line = 1): ParsedHistory => alone({ line, cause: 'file', message });
