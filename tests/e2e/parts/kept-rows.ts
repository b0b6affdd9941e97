import { createHash } from 'node:crypto';
import { type Day, isDay } from '@/lib/domain/day';
import type { App } from '../../support/app';
import type { Row } from '../../support/app-database';

/** What the database of an application holds, read beside the server. */
export const rowsIn = ({ query }: Pick<App, 'query'>) => ({
  /** One hash a row, oldest first: a row that changed, went or moved shows. */
  readings: async () => (await query('select * from "Reading" order by "seq"')).map(hashOf),
  /** The same for every day's snapshot, by day. */
  snapshots: async () =>
    new Map((await query('select * from "Snapshot" order by "day"')).map((row) => [String(row.day), hashOf(row)])),
  snapshotDays: async () => (await query('select "day" from "Snapshot" order by "day"')).map(({ day }) => dayOf(day)),
  runs: () =>
    query('select "id", "day", "outcome", "failureKind", "readingId" from "RefreshRun" order by "startedAt", "id"'),
});

function dayOf(value: unknown): Day {
  if (typeof value !== 'string' || !isDay(value)) throw new Error(`a snapshot of no day: ${value}`);
  return value;
}

const hashOf = (row: Row): string => createHash('sha256').update(JSON.stringify(row)).digest('hex');
