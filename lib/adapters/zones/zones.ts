import type { TimeZone } from '@/lib/domain/day';
import type { ZoneSource } from './newest-rules';
import { presentName, type ZoneChoice, zoneChoices } from './zone-names';

/** What is known of time zones besides their rules, which `lib/domain/day.ts` goes by. */
export type Zones = {
  readonly source: ZoneSource;
  choices(): ZoneChoice[];
  presentName(name: TimeZone): TimeZone;
};

export function createZones({ from, version, node }: ZoneSource): Zones {
  let made: ZoneChoice[] | undefined;
  const choices = () => {
    made ??= zoneChoices();
    return made;
  };
  return { source: { from, version, node }, choices, presentName: (name) => presentName(choices(), name) };
}
