import { annotationInput } from '@/lib/api/annotation';
import type { Annotation } from '@/lib/domain/annotation';
import { ok } from '@/lib/domain/result';
import { actorName } from '../parts/actor-name';
import { service } from '../service';

export const addAnnotation = service({
  permission: 'annotation:write',
  input: annotationInput,
  run: async (ctx, { from, to = from, title, kind }) => {
    const by = { createdByName: actorName(ctx), createdAt: ctx.clock.now() };
    const annotation = { id: crypto.randomUUID(), from, to, title, kind, ...by };
    await ctx.store.atomically(async (store) => {
      await store.annotations.create(ctx.organisation.id, annotation);
      await ctx.audit(
        'annotation-added',
        { target: annotation.id, detail: { kind, from, to }, said: { target: title } },
        store,
      );
    });
    return ok<Annotation>({ ...annotation, changedByName: null, changedAt: null });
  },
});
