import type { DaySpan, SnapshotStore } from '@/lib/adapters/db/store';
import { addDays } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import type { Snapshot } from '@/lib/domain/snapshot';
import { exportQuery } from '@/lib/views/api/export';
import { type ExportFormat, exportFormats, exportName } from '@/lib/views/exports/formats';
import { service } from './service';

/** Little to hold in memory, and ten years in four statements. */
const pageDays = 1000;

export type ExportFile = { readonly name: string; readonly mediaType: string; readonly text: AsyncIterable<string> };

/** The history as a file that is written while it is read, so that its length costs no memory. */
export const exportSnapshots = service({
  permission: 'adoption:see',
  input: exportQuery,
  run: async (ctx, { format, from, to }) => {
    const pages = pagesOf((part) => ctx.store.snapshots.between(ctx.organisation.id, part, pageDays), {
      from: from ?? '0001-01-01',
      to: to ?? '9999-12-31',
    });
    const { mediaType } = exportFormats[format];
    return ok<ExportFile>({ name: exportName(format, { from, to }), mediaType, text: fileOf(format, pages) });
  },
});

async function* pagesOf(
  read: (span: DaySpan) => ReturnType<SnapshotStore['between']>,
  { from, to }: DaySpan,
): AsyncGenerator<Snapshot[]> {
  let page = await read({ from, to });
  while (page.length > 0) {
    yield page;
    const last = page.at(-1);
    const more = page.length === pageDays && last !== undefined && last.day < to;
    page = more ? await read({ from: addDays(last.day, 1), to }) : [];
  }
}

/** The first piece holds the first page: when the database is away, that shows before anything is sent. */
async function* fileOf(format: ExportFormat, pages: AsyncIterable<readonly Snapshot[]>): AsyncGenerator<string> {
  const { first, page, last } = exportFormats[format];
  let before = first();
  for await (const snapshots of pages) {
    yield before + page(snapshots, before !== '');
    before = '';
  }
  yield before + last();
}
