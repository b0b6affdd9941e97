import type { AskedRuns } from '@/lib/adapters/db/stores/runs';
import { addDays, startOf, type TimeZone } from '@/lib/domain/day';
import type { RunFilter } from '@/lib/domain/run-filter';

/** A filter as the store takes it: its days are instants, too, for runs whose clocks are off. */
export const askedRuns = (filter: RunFilter, timeZone: TimeZone): AskedRuns => ({
  ...filter,
  answered: {
    ...(filter.from && { from: startOf(filter.from, timeZone) }),
    ...(filter.to && { before: startOf(addDays(filter.to, 1), timeZone) }),
  },
});
