import { countsOn } from '../demo/fake-enpass/organisation';
import { addDays, type Day } from '../lib/domain/day';
import { countFields } from '../lib/domain/snapshot';

/** A made-up history as a file to import; `last` is its last day. */
export function historyCsv({ days, last }: { days: number; last: Day }): string {
  const first = addDays(last, 1 - days);
  const lines = Array.from({ length: days }, (_, index) => {
    const day = addDays(first, index);
    const counts = countsOn(day, first);
    return [day, ...countFields.map((field) => counts[field])].join(',');
  });
  return [['day', ...countFields].join(','), ...lines].join('\n');
}
