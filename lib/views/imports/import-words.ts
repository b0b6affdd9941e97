import type { Note } from '@/lib/domain/consistency';
import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { type AdoptionCounts, type CountField, countFields } from '@/lib/domain/snapshot';
import { metricName } from '../words/metrics';
import { noteWords } from '../words/notes';
import { countWords, fullDay, plural, shortDay } from '../words/numbers';

type Sums = { readonly added: number; readonly unchanged: number; readonly kept: number };

/** What an import would do, in a sentence: "3 days would be added, 1 captured day kept, 2 there already." */
export function wouldWords({ added, unchanged, kept }: Sums): string {
  const rest = [
    kept > 0 && `${plural(kept, 'captured day')} kept`,
    unchanged > 0 && `${countWords(unchanged)} there already`,
  ].filter(Boolean);
  return `${[added > 0 ? `${plural(added, 'day')} would be added` : 'Nothing to add', ...rest].join(', ')}.`;
}

type LookedAtDay = {
  readonly day: Day;
  readonly fate: 'add' | 'same' | 'keep' | 'conflict';
  readonly counts: AdoptionCounts;
  readonly replaces: AdoptionCounts | null;
  readonly notes: readonly Note[];
};

export type ImportRow = { readonly day: string; readonly fate: string; readonly cells: readonly string[] };
export type ImportTable = {
  readonly heads: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly more: string;
};

const shownRows = 20;
const shownCounts = 3;
const favourites: readonly CountField[] = ['using_enpass', 'assigned_license', 'activated_license', 'onboarded_users'];

/**
 * The first days of a file as a table: what becomes of each, and up to three of the counts that the file has; a replaced count shows what
 * it was. `more` says how many days and counts are not shown, empty when all are.
 */
export function importTable(days: readonly LookedAtDay[]): ImportTable {
  const there = countFields.filter((field) => days.some(({ counts }) => counts[field] !== null));
  const fields = [...favourites, ...there].filter(
    (field, at, all) => there.includes(field) && all.indexOf(field) === at,
  );
  const shown = fields.slice(0, shownCounts);
  const rows = days.slice(0, shownRows).map(({ day, fate, counts, replaces }) => ({
    day: `${shortDay(day, day)} ${day.slice(0, 4)}`,
    fate: replaces ? 'replaces' : fateWords[fate],
    cells: shown.map((field) => cellWords(counts[field], replaces?.[field] ?? null)),
  }));
  const more = [
    days.length > shownRows && plural(days.length - shownRows, 'more day'),
    fields.length > shownCounts && plural(fields.length - shownCounts, 'more count'),
  ].filter(Boolean);
  return {
    heads: shown.map((field: MetricId) => metricName(field)),
    rows,
    more: more.length > 0 ? `and ${more.join(', ')}` : '',
  };
}

const fateWords = {
  add: 'new',
  same: 'there already',
  keep: 'captured, kept',
  conflict: 'other numbers',
} as const;

const cellWords = (now: number | null, before: number | null): string =>
  before === null || before === now ? countWords(now) : `${countWords(before)} → ${countWords(now)}`;

/** Sums that do not add up in what would be added: on how many days, and the first of them; null when all do. */
export function importNotes(days: readonly LookedAtDay[]): string | null {
  const odd = days.filter(({ fate, notes }) => fate === 'add' && notes.length > 0);
  const [first] = odd;
  const [note] = first?.notes ?? [];
  if (!first || !note) return null;
  const where =
    odd.length === 1 ? `On ${fullDay(first.day)}` : `On ${plural(odd.length, 'day')}, first on ${fullDay(first.day)}`;
  return `${where}, sums do not add up: ${noteWords(note).fact} They are imported as they are and get their notes.`;
}
