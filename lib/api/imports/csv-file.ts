import { CsvError, parse } from 'csv-parse/sync';
import { isDay } from '@/lib/domain/day';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';
import {
  countMessage,
  dayMessage,
  type HistoryRow,
  instant,
  type LineError,
  maxCount,
  type ParsedHistory,
  shown,
  takenAtMessage,
} from './history-file';

/** Columns of our own export beside `day` and the counts: read (`taken_at`) or let pass (`source`), never required. */
const extraColumns = ['taken_at', 'source'] as const;

const known: ReadonlySet<string> = new Set(['day', ...countFields, ...extraColumns]);

type Line = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads a CSV file of old numbers (RFC 4180, or with semicolons): one header line, a `day` column and at least one of Enpass's 17
 * field names in any order; a blank cell or a missing column is unknown. What spreadsheets leave behind is passed over: rows and
 * last columns without anything in them. Faults come back as errors with their line; a faulty header is told alone, without rows.
 */
export function parseCsvHistory(text: string): ParsedHistory {
  const lines = linesOf(text.replaceAll(/\r\n?/g, '\n'));
  if (!Array.isArray(lines)) return { rows: [], errors: [lines] };
  const [first, ...rest] = lines;
  const header = first && withoutBlankEnd(first, first.cells.length);
  if (header === undefined) return { rows: [], errors: [{ line: 1, message: 'The file is empty' }] };
  const headerErrors = columnErrors(header);
  if (headerErrors.length > 0) return { rows: [], errors: headerErrors };
  if (rest.length === 0)
    return { rows: [], errors: [{ line: header.line, message: 'There is no row below the header' }] };
  const body = rest.map((line) => withoutBlankEnd(line, line.cells.length - header.cells.length));
  const places = new Map(header.cells.map((name, index) => [name, index]));
  const parsed = body.map((line) => rowOf(places, line));
  return {
    rows: parsed.flatMap(({ row }) => (row === null ? [] : [row])),
    errors: parsed.flatMap(({ errors }) => errors),
  };
}

function linesOf(text: string): Line[] | LineError {
  try {
    const records: unknown = parse(text, {
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      delimiter: delimiterOf(text),
    });
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, message: 'The quotes in this line do not match' };
  }
}

/** Spreadsheets of many countries write semicolons into a file they call CSV. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\n|$/));
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

/** At most `most` blank cells fewer at the end. */
function withoutBlankEnd({ line, cells }: Line, most: number): Line {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  return { line, cells: cells.slice(0, Math.max(filled, cells.length - Math.max(0, most))) };
}

function columnErrors({ line, cells }: Line): LineError[] {
  const messages = [
    ...cells.filter((name) => !known.has(name)).map((name) => `The column ${shown(name)} is not known`),
    ...[...new Set(cells.filter((name, index) => cells.indexOf(name) !== index))].map(
      (name) => `The column ${shown(name)} is there twice`,
    ),
    ...(cells.includes('day') ? [] : ['The column "day" is missing']),
    ...(countFields.some((name) => cells.includes(name)) ? [] : ['No column has counts: at least one is needed']),
  ];
  return messages.map((message) => ({ line, message }));
}

type Places = ReadonlyMap<string, number>;

function rowOf(places: Places, { line, cells }: Line): { row: HistoryRow | null; errors: LineError[] } {
  const refuse = (messages: string[]) => ({ row: null, errors: messages.map((message) => ({ line, message })) });
  if (cells.length !== places.size) return refuse([`${cells.length} cells where the header has ${places.size}`]);
  const cell = (name: string): string => cells[places.get(name) ?? -1] ?? '';
  const day = dashed(cell('day'));
  const takenAt = instant(cell('taken_at'));
  const known = isDay(day);
  const wrong = countFields.filter((field) => !isCount(cell(field)));
  const messages = [
    ...(known ? [] : [dayMessage(day)]),
    ...(takenAt === 'invalid' ? [takenAtMessage('taken_at', cell('taken_at'))] : []),
    ...wrong.map((field) => countMessage(field, cell(field))),
  ];
  if (messages.length > 0 || takenAt === 'invalid' || !known) return refuse(messages);
  const counts = Object.fromEntries(countFields.map((field) => [field, count(cell(field))])) as AdoptionCounts;
  return { row: { line, day, takenAt, counts }, errors: [] };
}

/** Some programs write a day as 2026/10/25, which has one reading only. */
const dashed = (cell: string): string => (/^\d{4}\/\d{2}\/\d{2}$/.test(cell) ? cell.replaceAll('/', '-') : cell);

/** 1500.0 is how some programs write 1500; 1.500 is a thousand and a half to some readers, one and a half to others. */
const isCount = (cell: string): boolean => cell === '' || (/^\d{1,9}(\.0)?$/.test(cell) && Number(cell) <= maxCount);

const count = (cell: string): number | null => (cell === '' ? null : Number(cell));
