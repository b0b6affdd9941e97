import { z } from 'zod';
import type { Store } from '@/lib/adapters/db/stores/store';
import {
  byLine,
  type Fault,
  type HistoryRow,
  mostFaults,
  nextTurn,
  type ParsedHistory,
} from '@/lib/api/imports/history-file';
import { readHistoryFile } from '@/lib/api/imports/read-file';
import { isCaptured } from '@/lib/domain/captured';
import { sameCounts } from '@/lib/domain/count-groups';
import { addDays, type Day, dayIn } from '@/lib/domain/day';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Context } from '../../context';

/**
 * Of the `added`, `replaced` took the place of numbers that were there. `kept` are captured days, which no file overwrites; with one
 * error the whole file is refused and the numbers are 0.
 */
export type Imported = {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly errors: readonly Fault[];
};

/** In bytes or characters: fifty years a day with room to spare. More is another kind of file. */
const mostLength = 20_000_000;

export const importFields = {
  /** A file's bytes as they came, or a text that was made here. */
  text: z
    .union([z.string(), z.instanceof(Uint8Array)], { error: 'Choose a file' })
    .refine(({ length }) => length <= mostLength, 'The file is larger than 20 MB'),
  /** Left open, what looks like JSON is JSON. */
  format: z.enum(['csv', 'json'], { error: 'csv or json' }).optional(),
  replaceImported: z.boolean().default(false),
};

type Asked = { readonly text: string | Uint8Array; readonly format?: 'csv' | 'json' | undefined };
type Busy = { readonly kind: 'import-running' };

/**
 * The rows of a file, or everything that is wrong with them by themselves, to be worked with while no other file is: of two at once
 * the second is refused, for a file takes memory and the database's attention.
 */
export async function withFile<T>(
  ctx: Context,
  { text, format }: Asked,
  work: (file: ParsedHistory) => Promise<T>,
): Promise<Result<T, Busy>> {
  const leave = ctx.limits.imports.enter();
  if (leave === null) return fail({ kind: 'import-running' });
  try {
    const now = ctx.clock.now();
    const present = { now, today: dayIn(now, ctx.organisation.timeZone) };
    return ok(await work(await readHistoryFile({ content: text, format: format ?? null, present })));
  } finally {
    leave();
  }
}

export const refused = (faults: readonly Fault[]): Imported => ({
  added: 0,
  replaced: 0,
  unchanged: 0,
  kept: 0,
  errors: byLine(faults).slice(0, mostFaults),
});

/** What becomes of a row, and the day's snapshot as it is. */
export type RowFate = { readonly row: HistoryRow; readonly there: Snapshot | null; readonly fate: Fate };

type Compared = {
  readonly imported: Imported;
  /** The rows to take, the oldest first. */
  readonly adds: readonly HistoryRow[];
  readonly fates: readonly RowFate[];
};

/** What the rows would do to the history as `store` sees it now. */
export async function compare(
  ctx: Context,
  store: Store,
  { rows, replaceImported }: { rows: readonly HistoryRow[]; replaceImported: boolean },
): Promise<Compared> {
  const sorted = rows.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const known = await snapshotsOf(ctx, store, sorted);
  const fates = sorted.map((row) => {
    const there = known.get(row.day);
    return { row, there: there ?? null, fate: fateOf(row, there, replaceImported) };
  });
  const faults = fates.filter(({ fate }) => fate === 'conflict').map(({ row }) => conflict(row));
  if (faults.length > 0) return { imported: refused(faults), adds: [], fates };
  const having = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted);
  const adding = having('add');
  const adds = adding.map(({ row }) => row);
  const imported = {
    added: adds.length,
    replaced: adding.filter(({ there }) => there !== null).length,
    unchanged: having('same').length,
    kept: having('keep').length,
    errors: [],
  };
  return { imported, adds, fates };
}

const daysAtOnce = 500;

/** The snapshots of a file's days, some days at a time. */
async function snapshotsOf(ctx: Context, store: Store, rows: readonly HistoryRow[]): Promise<Map<Day, Snapshot>> {
  const known = new Map<Day, Snapshot>();
  const wanted = new Set(rows.map(({ day }) => day));
  const last = rows.at(-1)?.day;
  let from = rows[0]?.day;
  while (from !== undefined && last !== undefined) {
    const page = await store.snapshots.between(ctx.organisation.id, { from, to: last }, daysAtOnce);
    for (const one of page) if (wanted.has(one.day)) known.set(one.day, one);
    const end = page.length === daysAtOnce ? page.at(-1)?.day : undefined;
    from = end !== undefined && end < last ? addDays(end, 1) : undefined;
    await nextTurn();
  }
  return known;
}

export type Fate = 'add' | 'same' | 'keep' | 'conflict';

function fateOf(row: HistoryRow, there: Snapshot | undefined, replaceImported: boolean): Fate {
  if (there === undefined || !isCaptured(there)) return 'add';
  if (there.source !== 'imported') return 'keep';
  if (sameCounts(row.counts, there.counts)) return 'same';
  return replaceImported ? 'add' : 'conflict';
}

const conflict = ({ line, day }: HistoryRow): Fault => ({
  line,
  cause: 'conflict',
  message: `${day} was imported before with other numbers; choose to replace imported days if these are right`,
});
