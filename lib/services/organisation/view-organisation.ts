import { z } from 'zod';
import { wallClock } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** Name, zone and capture time, for whom may change them, with the zones to choose from, whose rules they go by and what time it is in this one. */
export const viewOrganisation = service({
  permission: 'organisation:manage',
  input: z.object({}),
  run: async ({ organisation, zones, clock }) =>
    ok({
      ...organisation,
      zones: zones.choices(),
      source: zones.source,
      wallMs: wallClock(clock.now(), organisation.timeZone),
    }),
});
