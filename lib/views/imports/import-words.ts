import type { Note } from '@/lib/domain/consistency';
import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { type AdoptionCounts, type CountField, countFields } from '@/lib/domain/snapshot';
import { metricName } from '../words/metrics';
import { noteWords } from '../words/notes';
import { countWords, fullDay, plural, shortDay } from '../words/numbers';

/** What an import would do, in a sentence: "3 days would be added, 2 replaced, 1 captured day kept, 2 there already." */
export function wouldWords(days: readonly Pick<LookedAtDay, 'fate' | 'replaces'>[]): string {
  const replaced = days.filter(({ replaces }) => replaces).length;
  const count = (fate: LookedAtDay['fate']) => days.filter((day) => day.fate === fate).length;
  const [added, kept, same] = [count('add') - replaced, count('keep'), count('same')];
  const parts = [
    added > 0 && `${plural(added, 'day')} would be added`,
    replaced > 0 && (added > 0 ? `${countWords(replaced)} replaced` : `${plural(replaced, 'day')} would be replaced`),
    added + replaced === 0 && 'Nothing to add',
    kept > 0 && `${plural(kept, 'captured day')} kept`,
    same > 0 && `${countWords(same)} there already`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
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
 * The days of a file as a table, those that would change before all others: what becomes of each, and up to three counts, those that a
 * day is there with and would change first; such a count shows what it was. `more` says how many days and counts are not shown, empty
 * when all are.
 */
export function importTable(days: readonly LookedAtDay[]): ImportTable {
  const fields = fieldsOf(days);
  const shown = fields.slice(0, shownCounts);
  const sorted = days.toSorted((a, b) => Number(b.fate === 'add') - Number(a.fate === 'add'));
  const rows = sorted.slice(0, shownRows).map(({ day, fate, counts, replaces }) => ({
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

/** The counts that the file says or that would change, those that would change first, then what most people look at. */
function fieldsOf(days: readonly LookedAtDay[]): readonly CountField[] {
  const order = [...new Set([...favourites, ...countFields])];
  const said = order.filter((field) => days.some(({ counts }) => counts[field] !== null));
  const changed = order.filter((field) =>
    days.some(({ counts, replaces }) => replaces && replaces[field] !== null && replaces[field] !== counts[field]),
  );
  return [...new Set([...changed, ...said])];
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
  const [note] = odd[0]?.notes ?? [];
  if (!note) return null;
  return `${daysWords(odd)}, sums do not add up: ${noteWords(note).fact} They are imported as they are and get their notes.`;
}

/** Numbers that are there and that a replaced day would lose, since the file does not say them; null when none would be lost. */
export function importLosses(days: readonly LookedAtDay[]): string | null {
  const lostOf = ({ counts, replaces }: LookedAtDay) =>
    countFields.filter((field) => replaces && replaces[field] !== null && counts[field] === null);
  const poorer = days.filter((day) => lostOf(day).length > 0);
  if (poorer.length === 0) return null;
  const lost = countFields.filter((field) => poorer.some((day) => lostOf(day).includes(field)));
  const names = lost.slice(0, shownCounts).map((field: MetricId) => metricName(field));
  const more = lost.length > names.length ? ` and ${plural(lost.length - names.length, 'more count')}` : '';
  return `${daysWords(poorer)}, numbers that are there would become unknown, since the file does not say them: ${names.join(', ')}${more}.`;
}

function daysWords(days: readonly Pick<LookedAtDay, 'day'>[]): string {
  const [first] = days;
  if (!first) return '';
  return days.length === 1
    ? `On ${fullDay(first.day)}`
    : `On ${plural(days.length, 'day')}, first on ${fullDay(first.day)}`;
}
