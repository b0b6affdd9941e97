import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** Name, zone and capture time, for whom may change them. */
export const viewOrganisation = service({
  permission: 'organisation:manage',
  input: z.object({}),
  run: async (ctx) => ok(ctx.organisation),
});
