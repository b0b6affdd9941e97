import type { Day } from '@/lib/domain/day';
import { type AdoptionCounts, type CountField, countFields } from '@/lib/domain/snapshot';

/** `line` is where the row stands in the file, counted from 1. */
export type LineError = { readonly line: number; readonly message: string };

/** One day of a file of old numbers; `takenAt` only where the file knows the instant. */
export type HistoryRow = {
  readonly line: number;
  readonly day: Day;
  readonly takenAt: Date | null;
  readonly counts: AdoptionCounts;
};

export type ParsedHistory = { readonly rows: readonly HistoryRow[]; readonly errors: readonly LineError[] };

/** The most that is plausible of a count. Ours, as Enpass documents none: a reading above it is refused, too. */
export const maxCount = 10_000_000;

const earliestDay = '1900-01-01';

/** Far in the future, so that an example left in a file can never pass for numbers of somebody. */
export const exampleDays = ['2999-01-30', '2999-01-31'] as const satisfies readonly Day[];
const examples: ReadonlySet<string> = new Set(exampleDays);

type Present = { readonly today: Day; readonly now: Date };

/** What is wrong with the rows as rows of one organisation whose calendar says `today`; empty when nothing is. */
export function rowErrors(rows: readonly HistoryRow[], { today, now }: Present): LineError[] {
  const lineOf = new Map<string, number>();
  return rows.flatMap(({ line, day, takenAt, counts }) => {
    const earlier = lineOf.get(day);
    if (earlier === undefined) lineOf.set(day, line);
    const messages = [
      examples.has(day) && `${day} is an example of the template: delete this row`,
      day > today && !examples.has(day) && `${day} is in the future`,
      takenAt !== null && takenAt > now && `Taken at ${takenAt.toISOString()}, which is in the future`,
      day < earliestDay && `${day} is before 1900: check the year`,
      earlier !== undefined && `${day} is in the file twice (first on line ${earlier})`,
      countFields.every((field) => counts[field] === null) && `${day} has no count: at least one is needed`,
    ];
    return messages.filter((message) => message !== false).map((message) => ({ line, message }));
  });
}

/** A value of the file as words for a message: short, on one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 24 ? `"${line.slice(0, 24)}…"` : `"${line}"`;
}

export const byLine = (errors: readonly LineError[]): LineError[] => errors.toSorted((a, b) => a.line - b.line);

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 instant to the millisecond; null for a blank, which is unknown. Without its offset it is invalid: nobody knows where. */
export function instant(text: string): Date | null | 'invalid' {
  if (text === '') return null;
  const at = new Date(instantPattern.test(text) ? text : Number.NaN);
  return Number.isNaN(at.getTime()) ? 'invalid' : at;
}

export const dayMessage = (value: unknown): string => `The day ${shown(value)} is not a date like 2026-02-27`;

export const takenAtMessage = (name: string, value: unknown): string =>
  `${name} is ${shown(value)}, not a time like 2026-02-27T06:00:00Z`;

export const countMessage = (field: CountField, value: unknown): string =>
  `${field} is ${shown(value)}, not a whole number from 0 to 10,000,000`;
