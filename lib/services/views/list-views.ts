import { z } from 'zod';
import { knownAddress } from '@/lib/api/saved-view';
import { ok } from '@/lib/domain/result';
import type { SavedView } from '@/lib/domain/saved-view';
import { service } from '../service';
import { openingViewOf, viewOf } from './parts/opening-view';

/** `fault` is why it cannot be drawn any more: a metric that is gone, days that no longer fit. */
export type ListedView = SavedView & { readonly opens: boolean; readonly fault: string | null };

/** One's own views and those for all, by name. */
export const listViews = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => {
    const [views, opening] = await Promise.all([
      ctx.store.views.of(ctx.organisation.id, ctx.actor.kind === 'person' ? ctx.actor.id : ''),
      openingViewOf(ctx),
    ]);
    return ok(
      views.map((view): ListedView => {
        const known = knownAddress(view.address);
        return { ...viewOf(view), opens: view.id === opening?.id, fault: known.ok ? null : known.fault };
      }),
    );
  },
});
