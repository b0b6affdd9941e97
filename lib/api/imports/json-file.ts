import { type CountGroup, countGroupNames, countGroups } from '@/lib/domain/count-groups';
import { isDay } from '@/lib/domain/day';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';
import {
  countMessage,
  dayMessage,
  type HistoryRow,
  instant,
  maxCount,
  type ParsedHistory,
  shown,
  takenAtMessage,
} from './history-file';

/** Beside `day` and Enpass's three objects: what our own export adds, and what Enpass's answer may carry. */
const known: ReadonlySet<string> = new Set(['day', 'takenAt', 'source', 'error', 'code', ...countGroupNames]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads `[{"day", ...Enpass's three objects}]`; a null or missing count is unknown. Errors carry the line on which their day's object begins;
 * what is no JSON list has an error and no rows.
 */
export function parseJsonHistory(text: string): ParsedHistory {
  const days = arrayOf(text.replace(/^\uFEFF/, ''));
  if (days === null) return { rows: [], errors: [{ line: 1, message: 'The file is not a JSON list of days' }] };
  if (days.length === 0) return { rows: [], errors: [{ line: 1, message: 'The list has no day' }] };
  const lines = elementLines(text);
  const parsed = days.map((value, index) => rowOf(value, lines[index] ?? 1));
  return {
    rows: parsed.flatMap((one) => ('row' in one ? [one.row] : [])),
    errors: parsed.flatMap((one) =>
      'messages' in one ? one.messages.map((message) => ({ line: one.line, message })) : [],
    ),
  };
}

function arrayOf(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function rowOf(value: unknown, line: number): { row: HistoryRow } | { line: number; messages: string[] } {
  if (!isFields(value)) return { line, messages: [`${shown(value)} is not an object with a day`] };
  const { day, takenAt } = value;
  const at = takenAt === undefined || takenAt === null ? null : instant(typeof takenAt === 'string' ? takenAt : '?');
  const written = typeof day === 'string' && isDay(day);
  const flat = flattened(value);
  const messages = [
    ...Object.keys(value)
      .filter((name) => !known.has(name))
      .map((name) => `The field ${shown(name)} is not known`),
    ...(written ? [] : [day === undefined ? 'The field "day" is missing' : dayMessage(day)]),
    ...(at === 'invalid' ? [takenAtMessage('takenAt', takenAt)] : []),
    ...flat.messages,
  ];
  if (messages.length > 0 || at === 'invalid' || !written) return { line, messages };
  return { row: { line, day, takenAt: at, counts: flat.counts } };
}

function flattened(value: Fields): { counts: AdoptionCounts; messages: string[] } {
  const counts: Record<string, number | null> = Object.fromEntries(countFields.map((field) => [field, null]));
  const messages = countGroupNames.flatMap((group) => {
    const fields = value[group] ?? {};
    if (!isFields(fields)) return [`"${group}" is not an object`];
    return [...unknownFields(group, fields), ...readGroup(group, fields, counts)];
  });
  return { counts: counts as AdoptionCounts, messages };
}

const unknownFields = (group: CountGroup, fields: Fields): string[] =>
  Object.keys(fields)
    .filter((name) => !countGroups[group].some((field) => field === name))
    .map((name) => `The field ${shown(name)} of ${group} is not known`);

function readGroup(group: CountGroup, fields: Fields, counts: Record<string, number | null>): string[] {
  return countGroups[group].flatMap((field) => {
    const count = fields[field] ?? null;
    if (!isCount(count)) return [countMessage(field, count)];
    // Adding zero turns JSON's -0 into 0.
    counts[field] = count === null ? null : count + 0;
    return [];
  });
}

const isCount = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxCount);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The line on which each element of the outermost list of a valid JSON text begins; `JSON.parse` does not tell. */
function elementLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let awaiting = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s"[\]{},]+/g)) {
    if (token === '\n') line += 1;
    else {
      if (awaiting && token !== ']') lines.push(line);
      awaiting = (token === '[' && depth === 0) || (token === ',' && depth === 1);
      if (token === '[' || token === '{') depth += 1;
      if (token === ']' || token === '}') depth -= 1;
    }
  }
  return lines;
}
