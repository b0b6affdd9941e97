import type { Period } from '@/lib/domain/period';
import { exportPath } from '../paths';
import { type ExportFormat, exportFormats, formatNames } from './formats';

export type ExportLink = { readonly href: string; readonly name: string };

/** One link for each format there is. */
export const linksFor = (hrefOf: (format: ExportFormat) => string): ExportLink[] =>
  exportFormats.map((format) => ({ href: hrefOf(format), name: formatNames[format] }));

/** All snapshots or weeks, or those of some days; two days compared. */
export const exportLinks = (of: 'snapshots' | 'weeks' | 'compare', span?: Period): ExportLink[] =>
  linksFor((format) => exportPath({ format, of, ...span }));
