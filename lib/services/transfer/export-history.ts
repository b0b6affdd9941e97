import type { z } from 'zod';
import { exportInput } from '@/lib/api/export';
import { addDays, type Day } from '@/lib/domain/day';
import { groupGaps } from '@/lib/domain/gap';
import { ok, type Result } from '@/lib/domain/result';
import type { Snapshot } from '@/lib/domain/snapshot';
import { aboutSheet, definitionsSheet } from '@/lib/views/exports/about';
import { csvHeader, csvLines } from '@/lib/views/exports/csv';
import { type ExportFormat, exportName, mediaTypes } from '@/lib/views/exports/formats';
import { jsonDay } from '@/lib/views/exports/json';
import { tableCsv, tableJson } from '@/lib/views/exports/table-files';
import { workbook } from '@/lib/views/exports/xlsx/workbook';
import type { Context } from '../context';
import { actorName } from '../parts/actor-name';
import { isDatabaseAway } from '../parts/database-away';
import type { InvalidInput } from '../parts/invalid-input';
import { service } from '../service';
import { findGaps } from '../snapshots/parts/find-gaps';
import { compareSource, type ExportSource, snapshotSource, trendSource, weekSource } from './parts/export-sources';

export type ExportFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
};

/** The history as a file that is written while it is read, so that its length costs no memory. */
export const exportHistory = service({
  permission: 'adoption:see',
  input: exportInput,
  run: async (ctx, { format, ...asked }): Promise<Result<ExportFile, InvalidInput>> => {
    const source = await sourceOf(ctx, asked);
    if (!source.ok) return source;
    const { subject, from: first, to: last } = source.value;
    await noted(ctx, { format, subject, from: first ?? null, to: last ?? null });
    return ok({
      name: exportName(format, { subject, from: first, to: last }),
      mediaType: mediaTypes[format],
      pieces: piecesOf(ctx, format, source.value),
    });
  },
});

/** A stand-by answers what it is asked for, and takes no note of it. */
async function noted(ctx: Context, what: { format: string; subject: string; from: Day | null; to: Day | null }) {
  await ctx.audit('history-exported', { target: what.subject, detail: what }).catch((error: unknown) => {
    if (!isDatabaseAway(error)) throw error;
  });
}

type Asked = Omit<z.output<typeof exportInput>, 'format'>;

function sourceOf(ctx: Context, { of, ...asked }: Asked): Promise<Result<ExportSource, InvalidInput>> {
  switch (of) {
    case 'snapshots':
      return Promise.resolve(ok(snapshotSource(ctx, asked)));
    case 'weeks':
      return Promise.resolve(ok(weekSource(ctx, asked)));
    case 'trend':
      return trendSource(ctx, asked);
    case 'compare':
      return compareSource(ctx, asked);
  }
}

function piecesOf(ctx: Context, format: ExportFormat, source: ExportSource): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return source.snapshots ? snapshotCsv(source.snapshots()) : tableCsv(source.table);
    case 'json':
      return source.snapshots ? snapshotJson(source.snapshots()) : tableJson(source.table);
    case 'xlsx':
      return spreadsheet(ctx, source);
  }
}

/** The first piece holds the first page: when the database is away, that shows before anything is sent. */
async function* snapshotCsv(pages: AsyncIterable<readonly Snapshot[]>): AsyncGenerator<string> {
  let before = csvHeader();
  for await (const snapshots of pages) {
    yield before + csvLines(snapshots);
    before = '';
  }
  yield before;
}

async function* snapshotJson(pages: AsyncIterable<readonly Snapshot[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const snapshots of pages) {
    yield before + snapshots.map(jsonDay).join(',\n');
    before = ',\n';
  }
  yield `${before === '[\n' ? '[' : ''}\n]\n`;
}

function spreadsheet(ctx: Context, { what, from, to, table }: ExportSource): AsyncIterable<Uint8Array> {
  const exportedAt = ctx.clock.now();
  const { name: organisation, timeZone } = ctx.organisation;
  const facts = async () => ({
    organisation,
    timeZone,
    what,
    from: from ?? null,
    to: to ?? null,
    exportedAt,
    exportedBy: actorName(ctx),
    gaps: await gapsIn(ctx, { from, to }),
  });
  const { name, columns, pages } = table;
  const head = columns.map((column) => column.head);
  const widths = head.map((words) => Math.max(11, Math.min(40, words.length + 2)));
  return workbook([{ name, widths, head, pages }, definitionsSheet(), aboutSheet(facts)], exportedAt);
}

async function gapsIn(ctx: Context, { from, to }: { from: Day | undefined; to: Day | undefined }) {
  const { snapshots } = ctx.store;
  const { id } = ctx.organisation;
  const today = ctx.today();
  const first = await snapshots.firstDay(id);
  const end = to !== undefined && to < today ? addDays(to, 1) : today;
  if (first === null || first >= end) return [];
  const since = from !== undefined && from > first ? from : first;
  const captured = (await snapshots.columns(id, { from: since, to: end }, ['total_license'])).map(({ day }) => day);
  return groupGaps((await findGaps(ctx, { captured, first, since, today: end })).days);
}
