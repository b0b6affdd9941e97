import { notesOf } from '@/lib/domain/consistency';
import { rateIds, ratesOf } from '@/lib/domain/metrics/adoption';
import { countFields, type Snapshot } from '@/lib/domain/snapshot';
import { metricName } from '../words/metrics';
import { type Cell, type Column, ratioCell } from './cells';

export const snapshotColumns: readonly Column[] = [
  { id: 'day', head: 'Day' },
  ...[...countFields, ...rateIds].map((id) => ({ id, head: metricName(id) })),
  { id: 'taken_at', head: 'Taken (UTC)' },
  { id: 'source', head: 'Source' },
  { id: 'notes', head: 'Notes' },
];

export const snapshotRow = ({ day, counts, takenAt, source }: Snapshot): Cell[] => [
  { day },
  ...countFields.map((field) => counts[field]),
  ...Object.values(ratesOf(counts)).map(ratioCell),
  { instant: takenAt },
  source,
  notesOf(counts)
    .map(({ name, expected, got }) => `${name}: ${expected}, got ${got}`)
    .join('; ') || null,
];
