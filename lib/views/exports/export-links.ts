import type { Period } from '@/lib/domain/period';
import { exportPath } from '../paths';
import { type ExportFormat, exportFormats } from './formats';

export type ExportLink = { readonly href: string; readonly name: string };

const names: Readonly<Record<ExportFormat, string>> = {
  csv: 'Numbers (CSV)',
  xlsx: 'Spreadsheet (XLSX)',
  json: 'For programs (JSON)',
};

/** One link for each format there is. */
export const linksFor = (hrefOf: (format: ExportFormat) => string): ExportLink[] =>
  exportFormats.map((format) => ({ href: hrefOf(format), name: names[format] }));

/** All snapshots or weeks, or those of some days. */
export const exportLinks = (of: 'snapshots' | 'weeks', span?: Period): ExportLink[] =>
  linksFor((format) => exportPath({ format, of, ...span }));
