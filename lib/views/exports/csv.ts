import { countFields, type Snapshot } from '@/lib/domain/snapshot';
import { csvText } from './csv-text';

/** The day and Enpass's 17 names first, as an import takes them; then when and how the numbers came. */
export const csvColumns = ['day', ...countFields, 'taken_at', 'source'] as const;

export const csvHeader = (): string => csvText([csvColumns]);

/** Whole lines, blank where a count is unknown. */
export const csvLines = (snapshots: readonly Snapshot[]): string =>
  csvText(
    snapshots.map(({ day, counts, takenAt, source }) => [
      day,
      ...countFields.map((field) => counts[field]),
      takenAt.toISOString(),
      source,
    ]),
  );
