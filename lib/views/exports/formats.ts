import type { Snapshot } from '@/lib/domain/snapshot';
import { csvHeader, csvLines } from './csv';
import { jsonDay } from './json';

export type ExportFormat = 'csv' | 'json';

/** A file as it grows: what stands first, a page of days, what stands last. */
type Format = {
  readonly mediaType: string;
  readonly first: () => string;
  readonly page: (snapshots: readonly Snapshot[], isFirstPage: boolean) => string;
  readonly last: () => string;
};

export const exportFormats: Readonly<Record<ExportFormat, Format>> = {
  csv: { mediaType: 'text/csv; charset=utf-8', first: csvHeader, page: csvLines, last: () => '' },
  json: {
    mediaType: 'application/json; charset=utf-8',
    first: () => '[',
    page: (snapshots, isFirstPage) =>
      snapshots.map((snapshot, index) => `${isFirstPage && index === 0 ? '' : ','}\n${jsonDay(snapshot)}`).join(''),
    last: () => '\n]\n',
  },
};

/** `adoption-2026-01-01-to-2026-03-31.csv`; without the days when both sides are open. */
export function exportName(format: ExportFormat, { from, to }: { from?: string | undefined; to?: string | undefined }) {
  if (from === undefined && to === undefined) return `adoption.${format}`;
  return `adoption-${from ?? 'start'}-to-${to ?? 'today'}.${format}`;
}
