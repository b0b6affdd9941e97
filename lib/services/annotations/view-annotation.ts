import { annotationPath, type MetricReadOut } from '@/lib/api/annotation';
import { type Annotation, readOutOf, spansAround } from '@/lib/domain/annotation';
import { addDays } from '@/lib/domain/day';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { service } from '../service';
import { fieldsOf } from '../trends/parts/read-trend';

const shown = [
  'adoption',
  'assigned_license',
  'activated_license',
  'onboarded_users',
  'using_enpass',
] as const satisfies MetricId[];

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

export async function readOutFor(
  { store, organisation, clock }: Pick<Context, 'store' | 'organisation' | 'clock'>,
  { from, to }: Annotation,
): Promise<MetricReadOut[]> {
  const [first, latest] = [
    await store.snapshots.firstDay(organisation.id),
    await store.snapshots.latest(organisation.id, clock.now()),
  ];
  const spans = first === null || latest === null ? null : spansAround({ from, to }, { first, last: latest.day });
  if (!spans) return [];
  const around = { from: addDays(spans.before.from, -3), to: spans.after.to };
  const rows = await store.snapshots.columns(organisation.id, around, fieldsOf(shown));
  return shown.flatMap((metric) => {
    const readOut = readOutOf(metrics[metric], rows, spans);
    return readOut ? [{ metric, ...readOut }] : [];
  });
}
