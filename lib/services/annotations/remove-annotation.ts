import { annotationPath } from '@/lib/api/annotation';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';

/** Deletes it; the audit log keeps what it said. */
export const removeAnnotation = service({
  permission: 'annotation:write',
  input: annotationPath,
  run: async (ctx, { id }): Promise<Result<{ id: string }, { kind: 'not-found' }>> => {
    const before = await ctx.store.annotations.byId(ctx.organisation.id, id);
    if (before === null) return fail({ kind: 'not-found' });
    const removed = await ctx.store.atomically(async (store) => {
      if (!(await store.annotations.remove(ctx.organisation.id, id))) return false;
      const { title, kind, from, to } = before;
      await ctx.audit('annotation-removed', { target: id, detail: { kind, from, to }, said: { target: title } }, store);
      return true;
    });
    return removed ? ok({ id }) : fail({ kind: 'not-found' });
  },
});
