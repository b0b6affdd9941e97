import { type CountGroup, countGroupNames, countGroups } from '@/lib/domain/count-groups';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';
import { countFault, dayFault, dayOf, instant, maxCount, shown, takenAtFault } from './cells';
import { type Entry, entriesOf } from './entries';
import { alone, type Fault, type HistoryRow, type ParsedHistory } from './history-file';

/** Beside `day` and Enpass's three objects: what our own export adds, and what Enpass's answer may carry. */
const known: ReadonlySet<string> = new Set(['day', 'takenAt', 'source', 'error', 'code', ...countGroupNames]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads `[{"day", ...Enpass's three objects}]`, a slice at a time; a null or missing count is unknown. Faults carry the line on which
 * their day's object begins; what is no JSON list is told alone.
 */
export function* jsonSlices(text: string): Generator<ParsedHistory> {
  let found = 0;
  for (const entries of entriesOf(text)) {
    if ('cause' in entries) return yield alone(entries);
    found += entries.length;
    const parsed = entries.map(rowOf);
    yield {
      rows: parsed.flatMap((one) => (Array.isArray(one) ? [] : [one])),
      faults: parsed.flatMap((one) => (Array.isArray(one) ? one : [])),
    };
  }
  if (found === 0) yield alone({ line: 1, cause: 'no-days', message: 'The list has no day' });
}

function rowOf({ value, line }: Entry): HistoryRow | Fault[] {
  if (!isFields(value)) return [notAnObject(line, `${shown(value)} is not an object with a day`)];
  const { day, takenAt } = value;
  const at = takenAt === undefined || takenAt === null ? null : instant(typeof takenAt === 'string' ? takenAt : '?');
  const written = typeof day === 'string' ? dayOf(day) : null;
  const flat = flattened(line, value);
  const faults = Object.keys(value)
    .filter((name) => !known.has(name))
    .map((name) => unknownField(line, name, ''));
  if (day === undefined) faults.push({ line, cause: 'no-day-column', message: 'The field "day" is missing' });
  else if (written === null) faults.push(dayFault(line, day));
  if (at === 'invalid') faults.push(takenAtFault(line, 'takenAt', takenAt));
  faults.push(...flat.faults);
  if (faults.length > 0 || at === 'invalid' || written === null) return faults;
  return { line, day: written, takenAt: at, counts: flat.counts };
}

const notAnObject = (line: number, message: string): Fault => ({ line, cause: 'not-an-object', message });

const unknownField = (line: number, name: string, of: string): Fault => ({
  line,
  cause: 'unknown-field',
  message: `The field ${shown(name)}${of} is not known`,
  shown: shown(name),
});

function flattened(line: number, value: Fields): { counts: AdoptionCounts; faults: Fault[] } {
  const counts: Record<string, number | null> = Object.fromEntries(countFields.map((field) => [field, null]));
  const faults = countGroupNames.flatMap((group) => {
    const fields = value[group] ?? {};
    if (!isFields(fields)) return [notAnObject(line, `"${group}" is not an object`)];
    return [...unknownFields(line, group, fields), ...readGroup({ line, group, fields }, counts)];
  });
  return { counts: counts as AdoptionCounts, faults };
}

const unknownFields = (line: number, group: CountGroup, fields: Fields): Fault[] =>
  Object.keys(fields)
    .filter((name) => !countGroups[group].some((field) => field === name))
    .map((name) => unknownField(line, name, ` of ${group}`));

type Group = { readonly line: number; readonly group: CountGroup; readonly fields: Fields };

function readGroup({ line, group, fields }: Group, counts: Record<string, number | null>): Fault[] {
  return countGroups[group].flatMap((field) => {
    const count = fields[field] ?? null;
    if (!isCount(count)) return [countFault(line, field, count)];
    // Adding zero turns JSON's -0 into 0.
    counts[field] = count === null ? null : count + 0;
    return [];
  });
}

const isCount = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxCount);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
