import { type ZoneHistory, zoneChangeIn } from '@/lib/domain/zone-history';
import type { Context } from '../../context';

/** Where the organisation's days began and end, as far as its audit log goes back. */
export async function readZoneHistory({
  store,
  organisation,
}: Pick<Context, 'store' | 'organisation'>): Promise<ZoneHistory> {
  const entries = await store.audit.zoneChanges(organisation.id);
  return {
    timeZone: organisation.timeZone,
    changes: entries.flatMap(({ at, words }) => zoneChangeIn(words, at) ?? []),
  };
}
