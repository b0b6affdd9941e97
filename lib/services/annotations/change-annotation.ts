import { annotationChangeInput, annotationPath, spanFault } from '@/lib/api/annotation';
import type { Annotation } from '@/lib/domain/annotation';
import { fail, ok, type Result } from '@/lib/domain/result';
import { actorName } from '../parts/actor-name';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';

type Failure = InvalidInput | { readonly kind: 'not-found' };

/** `changed` is false when it was saved as it was: then nobody changed it. */
type ChangedAnnotation = Annotation & { readonly changed: boolean };

/** Changes what is given and keeps the rest; a single day moves as one. */
export const changeAnnotation = service({
  permission: 'annotation:write',
  input: annotationChangeInput.extend(annotationPath.shape),
  run: async (ctx, { id, ...given }): Promise<Result<ChangedAnnotation, Failure>> => {
    const before = await ctx.store.annotations.byId(ctx.organisation.id, id);
    if (before === null) return fail({ kind: 'not-found' });
    const from = given.from ?? before.from;
    const to = given.to ?? (before.from === before.to ? from : before.to);
    const fault = spanFault({ from, to });
    if (fault) return invalid('to', fault);
    const wanted = { from, to, title: given.title ?? before.title, kind: given.kind ?? before.kind };
    if (isSame(before, wanted)) return ok({ ...before, changed: false });
    const change = { ...wanted, changedByName: actorName(ctx), changedAt: ctx.clock.now() };
    const changed = await ctx.store.atomically(async (store) => {
      if (!(await store.annotations.change(ctx.organisation.id, id, change))) return false;
      const { title, kind } = before;
      const fields = { target: id, detail: { kind, from: before.from, to: before.to } };
      await ctx.audit('annotation-changed', { ...fields, said: { target: change.title, before: title } }, store);
      return true;
    });
    return changed ? ok({ ...before, ...change, changed: true }) : fail({ kind: 'not-found' });
  },
});

type Said = Pick<Annotation, 'from' | 'to' | 'title' | 'kind'>;

const isSame = (a: Said, b: Said): boolean =>
  a.from === b.from && a.to === b.to && a.title === b.title && a.kind === b.kind;
