import { CsvError, parse } from 'csv-parse/sync';
import type { Day } from '@/lib/domain/day';
import { type AdoptionCounts, type CountField, countFields } from '@/lib/domain/snapshot';
import { countFault, countOf, dayFault, dayOf, instant, takenAtFault } from './cells';
import { type Column, columnsOf } from './columns';
import { delimiterOf, saysDelimiter } from './delimiter';
import { alone, type Fault, type HistoryRow, type ParsedHistory } from './history-file';
import { type Piece, piecesOf } from './pieces';

type Line = { readonly line: number; readonly cells: readonly string[] };
type Header = Line & { readonly columns: readonly Column[] };

/**
 * Reads a CSV text of old numbers (RFC 4180, or with semicolons, tabs or bars), a slice at a time: one header line, a `day` column and
 * at least one of Enpass's 17 field names in any order; a blank cell or a missing column is unknown. What spreadsheets and joined files
 * leave behind is passed over: rows and last columns without anything in them, and the header again. A faulty header is told alone.
 */
export function* csvSlices(text: string): Generator<ParsedHistory> {
  const delimiter = delimiterOf(text);
  let header: Header | null = null;
  let below = 0;
  for (const piece of piecesOf(text)) {
    const lines = 'cause' in piece ? piece : linesOf(piece, delimiter);
    if ('cause' in lines) return yield alone(lines);
    if (header === null && lines[0] && saysDelimiter(lines[0].cells)) lines.shift();
    const first = header === null ? lines.shift() : undefined;
    if (first !== undefined) {
      const read: Header | ParsedHistory = headerOf(first);
      if ('faults' in read) return yield read;
      header = read;
    }
    below += lines.length;
    yield header === null ? nothing : rowsOf(header, lines);
  }
  if (header === null) yield alone({ line: 1, cause: 'empty', message: 'The file is empty' });
  else if (below === 0)
    yield alone({ line: header.line, cause: 'no-rows', message: 'There is no row below the header' });
}

const nothing: ParsedHistory = { rows: [], faults: [] };

/** The filled lines of a piece. Where nothing is quoted, cutting a line is all there is to do, and takes a fraction of the library's time. */
function linesOf({ text, line }: Piece, delimiter: string): Line[] | Fault {
  // Of a file that was joined to another its mark stays behind, and means nothing there.
  const even = text.replaceAll('\uFEFF', '').replaceAll(/\r\n?/g, '\n');
  const lines = even.includes('"') ? quotedLines(even, delimiter) : plainLines(even, delimiter);
  if ('cause' in lines) return { ...lines, line: lines.line + line - 1 };
  return lines.flatMap(({ line: inside, cells }) => {
    const trimmed = cells.map((cell) => cell.trim());
    return trimmed.some((cell) => cell !== '') ? [{ line: inside + line - 1, cells: trimmed }] : [];
  });
}

const plainLines = (text: string, delimiter: string): Line[] =>
  text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(delimiter) }));

function quotedLines(text: string, delimiter: string): Line[] | Fault {
  try {
    const records: unknown = parse(text, {
      info: true,
      // A tab that parts cells is no blank.
      trim: delimiter !== '\t',
      relax_column_count: true,
      record_delimiter: '\n',
      delimiter,
    });
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, cause: 'quotes', message: 'The quotes in this line do not match' };
  }
}

function headerOf(first: Line): Header | ParsedHistory {
  const { line, cells } = withoutBlankEnd(first, first.cells.length);
  const columns = columnsOf(line, cells);
  return 'faults' in columns ? columns : { line, cells, columns };
}

/** At most `most` blank cells fewer at the end. */
function withoutBlankEnd({ line, cells }: Line, most: number): Line {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  return { line, cells: cells.slice(0, Math.max(filled, cells.length - Math.max(0, most))) };
}

function rowsOf(header: Header, lines: readonly Line[]): ParsedHistory {
  const [rows, faults]: [HistoryRow[], Fault[]] = [[], []];
  for (const line of lines) {
    const read = rowOf(header, withoutBlankEnd(line, line.cells.length - header.cells.length));
    if (Array.isArray(read)) faults.push(...read);
    else rows.push(read);
  }
  return { rows, faults };
}

const noCounts = Object.fromEntries(countFields.map((field) => [field, null])) as AdoptionCounts;

function rowOf({ columns, cells: names }: Header, { line, cells }: Line): HistoryRow | Fault[] {
  if (cells.length !== columns.length) return [cellsFault(line, cells.length, columns.length)];
  if (cells.every((cell, at) => cell === names[at])) return [];
  const faults: Fault[] = [];
  const counts: Record<CountField, number | null> = { ...noCounts };
  let day: Day | null = null;
  let takenAt: Date | null = null;
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (column === 'passed') continue;
    if (column === 'day') {
      day = dayOf(cell);
      if (day === null) faults.push(dayFault(line, cell));
    } else if (column === 'taken_at' || column === 'taken-utc') {
      const read = instant(column === 'taken_at' ? cell : cell.replace(withoutOffset, '$1T$2Z'));
      if (read === 'invalid') faults.push(takenAtFault(line, 'taken_at', cell));
      else takenAt = read;
    } else {
      const count = countOf(cell);
      if (count === 'invalid') faults.push(countFault(line, column, cell));
      else counts[column] = count;
    }
  }
  return day === null || faults.length > 0 ? faults : { line, day, takenAt, counts };
}

const withoutOffset = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

const cellsFault = (line: number, cells: number, header: number): Fault => ({
  line,
  cause: 'cells',
  message: `${cells} cells where the header has ${header}`,
});
