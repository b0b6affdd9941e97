import { revisionPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Revision } from '@/lib/domain/review';
import { readReviewDocument } from '@/lib/views/weeks/review-document';
import { type Difference, revisionDifferences } from '@/lib/views/weeks/revision-differences';
import { service } from '../service';

export type RevisionView = {
  readonly revision: Revision;
  /** What changed against the revision before; null for the first. */
  readonly differences: readonly Difference[] | null;
  /** The number of the week's newest revision: this one or a later one. */
  readonly newest: number;
};

/** A completed review as it was, for everybody who sees adoption. */
export const viewRevision = service({
  permission: 'adoption:see',
  input: revisionPath,
  run: async (ctx, { week, number }): Promise<Result<RevisionView, { kind: 'not-found' }>> => {
    const { id } = ctx.organisation;
    const revision = await ctx.store.revisions.one(id, week, number);
    if (revision === null) return fail({ kind: 'not-found' });
    const before = await ctx.store.revisions.one(id, week, number - 1);
    const differences =
      before && revisionDifferences(readReviewDocument(before.document), readReviewDocument(revision.document));
    const newest = (await ctx.store.revisions.of(id, week)).at(-1)?.number ?? number;
    return ok({ revision, differences, newest });
  },
});
