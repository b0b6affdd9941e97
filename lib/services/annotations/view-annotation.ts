import { annotationPath, type MetricReadOut } from '@/lib/api/annotation';
import type { Annotation } from '@/lib/domain/annotation';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';
import { readOutFor } from './parts/read-out-for';

export type AnnotationView = { readonly annotation: Annotation; readonly readOut: readonly MetricReadOut[] };

/** One annotation with the weeks before and after it. */
export const viewAnnotation = service({
  permission: 'adoption:see',
  input: annotationPath,
  run: async (ctx, { id }): Promise<Result<AnnotationView, { kind: 'not-found' }>> => {
    const annotation = await ctx.store.annotations.byId(ctx.organisation.id, id);
    return annotation === null
      ? fail({ kind: 'not-found' })
      : ok({ annotation, readOut: await readOutFor(ctx, annotation) });
  },
});
