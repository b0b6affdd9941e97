import { scheduler } from '../demo/cast';
import { countsOn } from '../demo/fake-enpass/organisation';
import { addDays } from '../lib/domain/day';
import { countFields } from '../lib/domain/snapshot';
import { importHistory } from '../lib/services/transfer/import-history';
import { testWorld } from '../tests/support/world';

/** Seconds to import `days` days of CSV into an empty SQLite database. */
export async function importSeconds(days: number): Promise<number> {
  const world = await testWorld();
  const first = addDays('2026-11-22', 1 - days);
  const lines = Array.from({ length: days }, (_, index) => {
    const day = addDays(first, index);
    const counts = countsOn(day);
    return [day, ...countFields.map((field) => counts[field])].join(',');
  });
  const text = [['day', ...countFields].join(','), ...lines].join('\n');
  const begun = performance.now();
  const imported = await importHistory(world.as(scheduler), { text, format: 'csv' });
  const seconds = (performance.now() - begun) / 1000;
  await world.end();
  if (!imported.ok || imported.value.added !== days) throw new Error('the import was refused');
  return seconds;
}
