import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../support/app';

type Row = Readonly<Record<string, unknown>>;

/** What the database file of an application holds, read beside the server. */
export function rowsIn({ dataDir }: Pick<App, 'dataDir'>) {
  const read = (sql: string): Row[] => {
    const db = new Database(join(dataDir, 'adoption.db'), { readonly: true });
    try {
      return db.prepare<[], Row>(sql).all();
    } finally {
      db.close();
    }
  };
  return {
    /** One hash a row, oldest first: a row that changed, went or moved shows. */
    readings: () => read('select * from "Reading" order by "seq"').map(hashOf),
    /** The same for every day's snapshot, by day. */
    snapshots: () =>
      new Map(read('select * from "Snapshot" order by "day"').map((row) => [String(row.day), hashOf(row)])),
    snapshotDays: () => read('select "day" from "Snapshot" order by "day"').map(({ day }) => String(day)),
    runs: () =>
      read('select "id", "day", "outcome", "failureKind", "readingId" from "RefreshRun" order by "startedAt", "id"'),
  };
}

const hashOf = (row: Row): string => createHash('sha256').update(JSON.stringify(row)).digest('hex');
