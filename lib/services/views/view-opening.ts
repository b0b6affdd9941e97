import { z } from 'zod';
import { knownAddress } from '@/lib/api/saved-view';
import { ok } from '@/lib/domain/result';
import { cached } from '../parts/cached';
import { service } from '../service';
import { openingViewOf } from './parts/read-views';

/** The query that stands for an empty address of Trends; null where nothing was chosen, or it cannot be drawn any more. */
export const viewOpening = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => ok(await openingAddress(ctx, null)),
});

const openingAddress = cached({
  name: 'opening view',
  make: async (ctx) => {
    const view = await openingViewOf(ctx);
    const known = view && knownAddress(view.address);
    return known?.ok ? known.address : null;
  },
});
