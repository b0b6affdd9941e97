import { z } from 'zod';
import { knownAddress } from '@/lib/api/saved-view';
import { ok } from '@/lib/domain/result';
import type { SavedView } from '@/lib/domain/saved-view';
import { service } from '../service';
import { openingViewOf, readViews, viewOf } from './parts/read-views';

/** `fault` is why it cannot be drawn any more: a metric that is gone, days that no longer fit. */
export type JudgedView = SavedView & { readonly opens: boolean; readonly fault: string | null };

/** One's own views and those for all, each with what Trends makes of it. */
export const judgeViews = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const [views, opening] = await Promise.all([readViews(ctx), openingViewOf(ctx)]);
    return ok(
      views.map((view): JudgedView => {
        const known = knownAddress(view.address);
        return { ...viewOf(view), opens: view.id === opening?.id, fault: known.ok ? null : known.fault };
      }),
    );
  },
});
