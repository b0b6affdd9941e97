import { z } from 'zod';
import { wallClock } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { timeZone } from './parts/organisation-fields';

/** What a clock on the wall of a zone shows now, by the rules and the clock that days go by here, as if it were UTC. */
export const viewZoneTime = service({
  permission: 'anyone',
  input: z.object({ timeZone }),
  run: async ({ clock }, asked) => ok({ wallMs: wallClock(clock.now(), asked.timeZone) }),
});
