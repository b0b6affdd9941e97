import { join } from 'node:path';
import { scheduler } from '../demo/cast';
import { importHistory } from '../lib/services/transfer/import-history';
import { testWorld } from '../tests/support/world';
import { historyCsv } from './history-csv';
import { median } from './requests';
import { secondsOf } from './seconds';
import { rawInsertSeconds } from './yardsticks/raw-inserts';

const rounds = 3;

/** Medians of seconds to import `days` days of CSV into an empty SQLite database, and to insert the rows they become. */
export async function importCost(days: number): Promise<{ seconds: number; rawSeconds: number }> {
  const [seconds, raw]: [number[], number[]] = [[], []];
  const text = historyCsv({ days, last: '2026-11-22' });
  for (let round = 0; round < rounds; round++) {
    const { as, database, end } = await testWorld();
    seconds.push(
      await secondsOf(async () => {
        const imported = await importHistory(as(scheduler), { text, format: 'csv' });
        if (!imported.ok || imported.value.added !== days) throw new Error('the import was refused');
      }),
    );
    raw.push(rawInsertSeconds(join(database.dataDir, 'adoption.db'), join(database.dataDir, 'raw.db')));
    await end();
  }
  return { seconds: median(seconds), rawSeconds: median(raw) };
}
