import { type Day, isDay } from '@/lib/domain/day';
import type { CountField } from '@/lib/domain/snapshot';
import type { Fault } from './history-file';

/** The most that is plausible of a count. Ours, as Enpass documents none: a reading above it is refused, too. */
export const maxCount = 10_000_000;

// Some programs write a slash, and some the midnight that a column of times gives to a day.
const dayPattern = /^(\d{4})([-/])(\d{2})\2(\d{2})(?:[T ]00:00(?::00(?:\.0{1,6})?)?)?$/;

/**
 * The day a cell says, if it can be read in one way only; else null.
 * @example dayOf('2026/10/25') // '2026-10-25'
 * @example dayOf('10/11/2025') // null
 */
export function dayOf(cell: string): Day | null {
  if (isDay(cell)) return cell;
  const dashed = cell.replace(dayPattern, '$1-$3-$4');
  return isDay(dashed) ? dashed : null;
}

const countPattern = /^\d{1,9}(?:[.,]0{1,2})?$/;

/**
 * The count a cell says, null for a blank, which is unknown; 'invalid' unless it is a whole number that can be read in one way only.
 * 1500.0 is how some programs write 1500; 1.500 is a thousand and a half to some readers, one and a half to others.
 * @example countOf('1500.0') // 1500
 * @example countOf('1.500') // 'invalid'
 */
export function countOf(cell: string): number | null | 'invalid' {
  if (cell === '') return null;
  const count = countPattern.test(cell) ? Number.parseInt(cell, 10) : Number.NaN;
  return count <= maxCount ? count : 'invalid';
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})? ?(?:Z|UTC|([+-]\d{2})(?::?(\d{2}))?)$/i;

/**
 * An instant to the millisecond, in ISO 8601 or as data tools write it; null for a blank, which is unknown. Without its offset it is
 * invalid: nobody knows where.
 * @example instant('2026-02-27 06:00:00.123456+01') // new Date('2026-02-27T05:00:00.123Z')
 * @example instant('2026-02-27 06:00:00') // 'invalid'
 */
export function instant(text: string): Date | null | 'invalid' {
  if (text === '') return null;
  const [, day = '', time = '', fraction = '', hours, minutes = '00'] = instantPattern.exec(text) ?? [];
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const at = new Date(isDay(day) ? `${day}T${time}${fraction.slice(0, 4)}${offset}` : Number.NaN);
  return Number.isNaN(at.getTime()) ? 'invalid' : at;
}

/** A value of the file as words for a message: short, on one line, with nothing in it that a terminal would obey. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const characters = [...text.slice(0, 200).replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '\uFFFD')];
  return characters.length > 24 ? `"${characters.slice(0, 24).join('')}…"` : `"${characters.join('')}"`;
}

type Hint = readonly [RegExp, string];

const twoWays = 'it can be read in two ways';

const dayHints: readonly Hint[] = [
  [/^(0?[1-9]|1[0-2])([./-])(0?[1-9]|1[0-2])\2(\d{4}|\d{2})$/, twoWays],
  [/^\d{5}(\.\d+)?$/, 'a spreadsheet’s number for a day: give the column the format of a date'],
  [/^\d{4}-\d{2}-\d{2}[T ]\d/, 'a time: write the day alone'],
];

const countHints: readonly Hint[] = [
  [/^\d{1,3}([.,]\d{3})+$/, twoWays],
  [/^\d{1,3}([\s'’_]\d{3})+$/, 'write it without separators'],
  [/^\d+([.,]\d+)?e[+-]?\d+$/i, 'write it out in digits'],
  [/^[\d.,\s]+%$/, 'a share is no count'],
  [/^(-+|[–—?]|n\/?a|#n\/a|nan|null|none|nil|unknown)$/i, 'leave the cell blank where it is unknown'],
];

export function dayFault(line: number, value: unknown): Fault {
  const hint = hintFor(value, dayHints);
  const message = `The day ${shown(value)} is not a date like 2026-02-27${hint}`;
  return { line, cause: 'day', message, shown: `${shown(value)}${hint}` };
}

export function countFault(line: number, field: CountField, value: unknown): Fault {
  const hint = hintFor(value, countHints);
  const said = `${field} is ${shown(value)}`;
  return {
    line,
    cause: 'count',
    message: `${said}, not a whole number from 0 to 10,000,000${hint}`,
    shown: `${said}${hint}`,
  };
}

export const takenAtFault = (line: number, name: string, value: unknown): Fault => ({
  line,
  cause: 'time',
  message: `${name} is ${shown(value)}, not a time like 2026-02-27T06:00:00Z`,
  shown: shown(value),
});

function hintFor(value: unknown, hints: readonly Hint[]): string {
  if (typeof value !== 'string') return '';
  const hint = hints.find(([pattern]) => pattern.test(value));
  return hint ? ` (${hint[1]})` : '';
}
