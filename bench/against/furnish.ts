import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast, castPassword } from '../../demo/cast';
import { temporaryFolder } from '../../demo/temporary-environment.mjs';
import { addDays, dayIn } from '../../lib/domain/day';
import { historyCsv } from '../history-csv';
import type { House } from './house';

const days = 365;

/**
 * Fills the databases of all houses alike: people, a year of one file, and today's answer. Each does it by its own
 * commands, so that neither schema needs to be an ancestor of the other.
 */
export async function furnish(houses: readonly House[]): Promise<void> {
  const today = dayIn(new Date(), 'UTC');
  const file = join(temporaryFolder(), 'history.csv');
  writeFileSync(file, historyCsv({ days, last: addDays(today, -1) }));
  for (const { cli } of houses) {
    for (const { email, name, role } of Object.values(cast)) {
      await cli(['user', 'add', '--email', email, '--name', name, '--role', role, '--password-stdin'], castPassword);
    }
    await cli(['import', file]);
    await cli(['refresh']);
  }
}
