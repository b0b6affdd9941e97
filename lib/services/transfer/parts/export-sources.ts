import type { SnapshotStore } from '@/lib/adapters/db/stores/snapshots';
import { addDays, type Day, earlierOf } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Snapshot } from '@/lib/domain/snapshot';
import { addWeeks, weekOf } from '@/lib/domain/week';
import type { ExportTable } from '@/lib/views/exports/cells';
import { compareCells, compareColumns } from '@/lib/views/exports/compare-table';
import type { ExportSubject } from '@/lib/views/exports/formats';
import { snapshotColumns, snapshotRow } from '@/lib/views/exports/snapshot-table';
import { trendCells, trendColumns } from '@/lib/views/exports/trend-table';
import { weekCells, weekColumns } from '@/lib/views/exports/week-table';
import type { Context } from '../../context';
import { type InvalidInput, invalid } from '../../parts/invalid-input';
import type { Refusal } from '../../service';
import { compareDays } from '../../trends/compare-days';
import { viewTrends } from '../../trends/view-trends';
import { weeksThere } from '../../weeks/parts/read-week';
import { readWeeks } from '../../weeks/parts/read-weeks';

/** What is exported: a table, its days, and for snapshots a form of their own that can be imported again. */
export type ExportSource = {
  readonly subject: ExportSubject;
  readonly what: string;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly table: ExportTable;
  readonly snapshots: (() => AsyncIterable<readonly Snapshot[]>) | null;
};

/** A year at a time: little to hold in memory. */
const pageDays = 365;
const pageWeeks = 100;

type Span = { readonly from?: Day | undefined; readonly to?: Day | undefined };

export function snapshotSource(ctx: Context, { from, to }: Span): ExportSource {
  const span: Period = { from: from ?? '0001-01-01', to: to ?? '9999-12-31' };
  const read = (part: Period) => ctx.store.snapshots.between(ctx.organisation.id, part, pageDays);
  const snapshots = () => pagesOf(read, span);
  return {
    subject: 'snapshots',
    what: 'All snapshots, one a day',
    from,
    to,
    snapshots,
    table: {
      name: 'Snapshots',
      columns: snapshotColumns,
      pages: async function* () {
        for await (const page of snapshots()) yield page.map(snapshotRow);
      },
    },
  };
}

async function* pagesOf(
  read: (span: Period) => ReturnType<SnapshotStore['between']>,
  { from, to }: Period,
): AsyncGenerator<Snapshot[]> {
  let page = await read({ from, to });
  while (page.length > 0) {
    yield page;
    const last = page.at(-1);
    const more = page.length === pageDays && last !== undefined && last.day < to;
    page = more ? await read({ from: addDays(last.day, 1), to }) : [];
  }
}

/** Oldest first, as the days of the other exports. */
export function weekSource(ctx: Context, { from, to }: Span): ExportSource {
  const pages = async function* () {
    const there = await weeksThere(ctx);
    if (!there) return;
    const last = to !== undefined && weekOf(to) < there.last ? weekOf(to) : there.last;
    let oldest = from !== undefined && weekOf(from) > there.first ? weekOf(from) : there.first;
    while (oldest <= last) {
      const end = addWeeks(oldest, pageWeeks - 1);
      const rows = await readWeeks(ctx, oldest, earlierOf(end, last));
      yield rows.toReversed().map(weekCells);
      oldest = addWeeks(end, 1);
    }
  };
  const table = { name: 'Weeks', columns: weekColumns, pages };
  return { subject: 'weeks', what: 'Weeks with their closing snapshot', from, to, table, snapshots: null };
}

/** A row a metric, read before the file begins: what is wrong with the days can still be told. */
export async function compareSource(ctx: Context, { from, to }: Span): Promise<Result<ExportSource, InvalidInput>> {
  const compared = await compareDays(ctx, { from, to });
  if (!compared.ok) return refusalOf(compared.failure);
  const { before, after, metrics } = compared.value;
  const days = { before: before.snapshot.day, after: after.snapshot.day };
  const table = {
    name: 'Compare',
    columns: compareColumns,
    pages: async function* () {
      yield compareCells({ metrics, days });
    },
  };
  return ok({ subject: 'compare', what: 'Two days side by side', from, to, table, snapshots: null });
}

type TrendAsked = Span & {
  readonly metric?: unknown;
  readonly period?: string | undefined;
  readonly interval?: string | undefined;
  readonly compare?: string | undefined;
};

/** At most 400 rows: they are read before the file begins, so that what is wrong with the question can still be told. */
export async function trendSource(ctx: Context, asked: TrendAsked): Promise<Result<ExportSource, InvalidInput>> {
  const period = asked.period ?? (asked.from === undefined ? undefined : 'dates');
  const given = Object.fromEntries(Object.entries({ ...asked, period }).filter(([, value]) => value !== undefined));
  const viewed = await viewTrends(ctx, given);
  if (!viewed.ok) return refusalOf(viewed.failure);
  const trend = viewed.value;
  const table = {
    name: 'Trend',
    columns: trendColumns(trend),
    pages: async function* () {
      yield trendCells(trend);
    },
  };
  const { from } = trend.period;
  const to = earlierOf(trend.period.to, trend.today);
  return ok({
    subject: 'trend',
    what: trend.interval === 'day' ? 'A trend, daily' : 'A trend, weekly closes',
    from,
    to,
    table,
    snapshots: null,
  });
}

/** Whoever asks for a file may see adoption: only the question can be wrong. */
const refusalOf = (failure: Refusal) =>
  failure.kind === 'invalid-input' ? fail(failure) : invalid('of', 'not yours to see');
