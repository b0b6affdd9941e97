import { z } from 'zod';
import type { NewReading } from '@/lib/adapters/db/stores/readings';
import type { Store } from '@/lib/adapters/db/stores/store';
import { parseCsvHistory } from '@/lib/api/imports/csv-file';
import { byLine, type HistoryRow, type LineError, type ParsedHistory, rowErrors } from '@/lib/api/imports/history-file';
import { parseJsonHistory } from '@/lib/api/imports/json-file';
import { isCaptured } from '@/lib/domain/captured';
import { grouped, sameCounts } from '@/lib/domain/count-groups';
import { dayIn } from '@/lib/domain/day';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Context } from '../../context';

/** `kept` are captured days, which no file overwrites; with one error the whole file is refused and the numbers are 0. */
export type Imported = {
  readonly added: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly errors: readonly LineError[];
};

/** Fifty years a day with room to spare; more is another kind of file. */
const maxCharacters = 20_000_000;

export const importFields = {
  text: z.string({ error: 'Choose a file' }).max(maxCharacters, 'The file is larger than 20 MB'),
  format: z.enum(['csv', 'json'], { error: 'csv or json' }),
  replaceImported: z.boolean().default(false),
};

/** The rows of a file, and everything that is wrong with them by themselves. */
export function readHistory(ctx: Context, text: string, format: 'csv' | 'json'): ParsedHistory {
  const { rows, errors } = format === 'csv' ? parseCsvHistory(text) : parseJsonHistory(text);
  const now = ctx.clock.now();
  const today = dayIn(now, ctx.organisation.timeZone);
  return { rows, errors: [...errors, ...rowErrors(rows, { today, now })] };
}

export const refused = (errors: readonly LineError[]): Imported => ({
  added: 0,
  unchanged: 0,
  kept: 0,
  errors: byLine(errors),
});

/** What becomes of a row, and the day's snapshot as it is. */
export type RowFate = { readonly row: HistoryRow; readonly there: Snapshot | null; readonly fate: Fate };

type Compared = {
  readonly imported: Imported;
  readonly readings: readonly NewReading[];
  readonly fates: readonly RowFate[];
};

/** What the rows would do to the history as `store` sees it now. */
export async function compare(
  ctx: Context,
  store: Store,
  { rows, replaceImported }: { rows: readonly HistoryRow[]; replaceImported: boolean },
): Promise<Compared> {
  const sorted = rows.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const there =
    first && last ? await store.snapshots.between(ctx.organisation.id, { from: first.day, to: last.day }) : [];
  const known = new Map(there.map((one) => [one.day, one]));
  const fates = sorted.map((row) => {
    const there = known.get(row.day);
    return { row, there: there ?? null, fate: fateOf(row, there, replaceImported) };
  });
  const errors = fates.filter(({ fate }) => fate === 'conflict').map(({ row }) => conflict(row));
  if (errors.length > 0) return { imported: refused(errors), readings: [], fates };
  const having = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted);
  const imported = {
    added: having('add').length,
    unchanged: having('same').length,
    kept: having('keep').length,
    errors: [],
  };
  const now = ctx.clock.now();
  return { imported, readings: having('add').map(({ row }) => readingOf(row, now)), fates };
}

export type Fate = 'add' | 'same' | 'keep' | 'conflict';

function fateOf(row: HistoryRow, there: Snapshot | undefined, replaceImported: boolean): Fate {
  if (there === undefined || !isCaptured(there)) return 'add';
  if (there.source !== 'imported') return 'keep';
  if (sameCounts(row.counts, there.counts)) return 'same';
  return replaceImported ? 'add' : 'conflict';
}

const conflict = ({ line, day }: HistoryRow): LineError => ({
  line,
  message: `${day} was imported before with other numbers; choose to replace imported days if these are right`,
});

/** Where the file does not say when its numbers were taken, they count as taken now. */
const readingOf = ({ day, takenAt, counts }: HistoryRow, now: Date): NewReading => ({
  day,
  takenAt: takenAt ?? now,
  source: 'imported',
  body: JSON.stringify(grouped(counts)),
  counts,
  runId: null,
});
