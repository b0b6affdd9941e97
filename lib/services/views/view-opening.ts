import { z } from 'zod';
import { knownAddress } from '@/lib/api/saved-view';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { openingViewOf } from './parts/read-views';

/** The query that stands for an empty address of Trends; null where nothing was chosen, or it cannot be drawn any more. */
export const viewOpening = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const view = await openingViewOf(ctx);
    const known = view && knownAddress(view.address);
    return ok(known?.ok ? known.address : null);
  },
});
