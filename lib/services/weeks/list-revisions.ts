import { revisionsQuery } from '@/lib/api/review';
import { ok, type Result } from '@/lib/domain/result';
import type { Revision } from '@/lib/domain/review';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';

export type RevisionPage = { readonly revisions: readonly Omit<Revision, 'document'>[]; readonly next: string | null };

/** The completed revisions of a week, oldest first; the cursor is the last number of the page before. */
export const listRevisions = service({
  permission: 'adoption:see',
  input: revisionsQuery,
  run: async (ctx, { week, limit, cursor }): Promise<Result<RevisionPage, InvalidInput>> => {
    if (cursor !== undefined && !/^\d{1,7}$/.test(cursor)) return invalid('cursor', 'the `next` of the page before');
    const all = await ctx.store.revisions.of(ctx.organisation.id, week);
    const rest = all.filter(({ number }) => number > Number(cursor ?? 0));
    const revisions = rest.slice(0, limit);
    return ok({ revisions, next: rest.length > limit ? String(revisions.at(-1)?.number) : null });
  },
});
