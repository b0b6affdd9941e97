import { stringify } from 'csv-stringify/sync';

/** RFC 4180: quoted where needed, lines end with CRLF, and a lone CR or LF is quoted too. Text that a spreadsheet would run gets an apostrophe; numbers stay numbers. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

/** csv-stringify's own `escape_formulas` would also turn −5 into text. The wide forms are what some spreadsheets take for the narrow ones. */
const harmless = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
