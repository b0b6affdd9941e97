import type { Day } from '@/lib/domain/day';
export const exportFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export type ExportSubject = 'snapshots' | 'weeks' | 'trend' | 'compare';

/** What a reader chooses by. */
export const formatNames: Readonly<Record<ExportFormat, string>> = {
  csv: 'Numbers (CSV)',
  json: 'For programs (JSON)',
  xlsx: 'Spreadsheet (XLSX)',
};

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Named = { readonly subject: ExportSubject; readonly from: Day | undefined; readonly to: Day | undefined };

/** `adoption-2026-01-01-to-2026-03-31.csv`, `adoption-weeks.xlsx`; without the days when both sides are open. */
export function exportName(format: ExportFormat, { subject, from, to }: Named): string {
  const stem = subject === 'snapshots' ? 'adoption' : `adoption-${subject}`;
  const days = from === undefined && to === undefined ? '' : `-${from ?? 'start'}-to-${to ?? 'today'}`;
  return `${stem}${days}.${format}`;
}
