import type { AnnotationPage } from '@/lib/adapters/db/stores/annotations';
import { annotationsQuery } from '@/lib/api/annotation';
import { ok, type Result } from '@/lib/domain/result';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';

/** Newest first; with `from` or `to` those that touch the span. */
export const listAnnotations = service({
  permission: 'adoption:see',
  input: annotationsQuery,
  run: async (
    ctx,
    { limit, cursor = null, from = '0001-01-01', to = '9999-12-31' },
  ): Promise<Result<AnnotationPage, InvalidInput>> => {
    const page = await ctx.store.annotations.page(ctx.organisation.id, { limit, cursor, from, to });
    return page === null ? invalid('cursor', 'the `next` of the page before') : ok(page);
  },
});
