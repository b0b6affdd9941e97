import type { Day } from '@/lib/domain/day';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';
import type { Cause } from './causes';

/** `line` is where the row stands in the file, counted from 1. */
export type LineError = { readonly line: number; readonly message: string };

/** `shown` is what is written there, where one example tells what is wrong with a whole column. */
export type Fault = LineError & { readonly cause: Cause; readonly shown?: string };

/** One day of a file of old numbers; `takenAt` only where the file knows the instant. */
export type HistoryRow = {
  readonly line: number;
  readonly day: Day;
  readonly takenAt: Date | null;
  readonly counts: AdoptionCounts;
};

/** Rows and faults of a file, or of one slice of it. */
export type ParsedHistory = { readonly rows: readonly HistoryRow[]; readonly faults: readonly Fault[] };

/** A fault after which nothing else of the file is worth telling. */
export const alone = (fault: Fault): ParsedHistory => ({ rows: [], faults: [fault] });

/** Reading stops here: who made a hundred mistakes made one of them a hundred times. */
export const mostFaults = 100;

/** More than a century of days; more is another kind of file. */
export const mostRows = 40_000;

/** In characters: ten times what a row of ours needs. Longer ones would be paid for before anybody looks at them. */
export const longestRow = 10_000;

/** In characters: what is read before everybody else gets a turn, a few milliseconds of work. */
export const sliceLength = 32_768;

export const tooManyRows = (line: number): Fault => ({
  line,
  cause: 'file',
  message: 'The file has more than 40,000 rows; there is one for each day, so split it by years if it is right',
});

export const tooLongRow = (line: number): Fault => ({
  line,
  cause: 'file',
  message: `Line ${line} is longer than 10,000 characters, which no row of numbers is`,
});

const earliestDay = '1900-01-01';

/** Far in the future, so that an example left in a file can never pass for numbers of somebody. */
export const exampleDays = ['2999-01-30', '2999-01-31'] as const satisfies readonly Day[];
const examples: ReadonlySet<string> = new Set(exampleDays);

export type Present = { readonly today: Day; readonly now: Date };

/** Asked for every row in the file's order, tells what is wrong with it in an organisation whose calendar says `today`; empty when nothing is. */
export function rowChecks({ today, now }: Present): (row: HistoryRow) => Fault[] {
  const lineOf = new Map<string, number>();
  return ({ line, day, takenAt, counts }) => {
    const earlier = lineOf.get(day);
    if (earlier === undefined) lineOf.set(day, line);
    const found: (readonly [boolean, Cause, string])[] = [
      [examples.has(day), 'example', `${day} is an example of the template: delete this row`],
      [day > today && !examples.has(day), 'future', `${day} is in the future`],
      [day < earliestDay, 'too-early', `${day} is before 1900: check the year`],
      [earlier !== undefined, 'twice', `${day} is in the file twice (first on line ${earlier})`],
      [countFields.every((field) => counts[field] === null), 'no-count', `${day} has no count: at least one is needed`],
    ];
    if (takenAt !== null && takenAt > now)
      found.push([true, 'future', `Taken at ${takenAt.toISOString()}, which is in the future`]);
    return found.flatMap(([is, cause, message]) => (is ? [{ line, cause, message }] : []));
  };
}

export const byLine = <F extends LineError>(faults: readonly F[]): F[] => faults.toSorted((a, b) => a.line - b.line);

/** Everybody else's turn, between two slices of a long file. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
