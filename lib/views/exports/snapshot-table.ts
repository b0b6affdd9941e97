import { type Note, notesOn } from '@/lib/domain/consistency';
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

export const snapshotRow = (snapshot: Snapshot): Cell[] => [
  { day: snapshot.day },
  ...countFields.map((field) => snapshot.counts[field]),
  ...Object.values(ratesOf(snapshot.counts)).map(ratioCell),
  { instant: snapshot.takenAt },
  snapshot.source,
  notesOn(snapshot).map(written).join('; ') || null,
];

const written = ({ name, expected, got }: Note): string => `${name}: ${inFull(expected)}, got ${inFull(got)}`;

const inFull = (value: number | Date): string => (value instanceof Date ? value.toISOString() : String(value));
