import { rateIds } from '@/lib/domain/metrics/adoption';
import { type CountField, countFields } from '@/lib/domain/snapshot';
import { metricName } from '@/lib/views/words/metrics';
import { shown } from './cells';
import type { Fault, ParsedHistory } from './history-file';

/** What a column holds. `taken-utc` is a time without its offset, as our spreadsheet has it; `passed` is ours and says nothing new. */
export type Column = CountField | 'day' | 'taken_at' | 'taken-utc' | 'passed';

/**
 * The columns of a header, or what is wrong with it. Names are ours or Enpass's, however they are written, or those that people read:
 * what a spreadsheet makes of our own export goes by them.
 */
export function columnsOf(line: number, names: readonly string[]): readonly Column[] | ParsedHistory {
  const keys = names.map(keyOf);
  const ofOurs = keys.includes(ofOurSheet);
  const columns = keys.map((key) => known.get(key) ?? (ofOurs ? ours.get(key) : undefined));
  const there = columns.filter((column) => column !== undefined);
  const faults: Fault[] = [
    ...names.filter((_, at) => columns[at] === undefined).map((name) => unknownColumn(line, name)),
    ...repeated(there).map((name) => repeatedColumn(line, name)),
  ];
  if (!there.includes('day')) faults.push({ line, cause: 'no-day-column', message: 'The column "day" is missing' });
  if (!countFields.some((field) => there.includes(field))) faults.push(noCounts(line));
  return faults.length > 0 ? { rows: [], faults } : there;
}

/** Case, blanks, line breaks and dashes are how a name is written, not what it is. */
const keyOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');

const ofOurSheet = 'taken_(utc)';

const known: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...countFields.map((field) => [keyOf(metricName(field)), field] as const),
  ...countFields.map((field) => [field, field] as const),
  ['day', 'day'],
  ['taken_at', 'taken_at'],
  [ofOurSheet, 'taken-utc'],
  ['source', 'passed'],
]);

/** Rates follow from the counts. Elsewhere a column of such a name may be anything. */
const ours: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...rateIds.map((id) => [keyOf(metricName(id)), 'passed'] as const),
  ['notes', 'passed'],
]);

const repeated = (columns: readonly Column[]): Column[] => [
  ...new Set(columns.filter((column, at) => column !== 'passed' && columns.indexOf(column) !== at)),
];

const unknownColumn = (line: number, name: string): Fault => ({
  line,
  cause: 'unknown-column',
  message: `The column ${shown(name)} is not known`,
  shown: shown(name),
});

const repeatedColumn = (line: number, name: Column): Fault => ({
  line,
  cause: 'repeated-column',
  message: `The column "${name}" is there twice`,
});

const noCounts = (line: number): Fault => ({
  line,
  cause: 'no-count-column',
  message: 'No column has counts: at least one is needed',
});
