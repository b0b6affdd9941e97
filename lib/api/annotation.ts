import { z } from 'zod';
import { type Annotation, annotationKinds, type ReadOut } from '@/lib/domain/annotation';
import { type Day, daysBetween } from '@/lib/domain/day';
import { type MetricId, metricIds } from '@/lib/domain/metrics/adoption';
import { readOutCaution } from '../views/words/annotations';
import { calendarDay, day, id, instant, next, paging } from './common';

export const longestTitle = 120;
const longestSpan = 366;

/** One line; otherwise any Unicode, kept exactly. */
const title = z
  .string({ error: 'Enter what happened' })
  .max(longestTitle, `At most ${longestTitle} characters`)
  .regex(/^[^\p{Cc}\p{Surrogate}\u2028\u2029]*$/u, 'A title is one line without control characters')
  .refine((text) => text.trim() !== '', 'Enter what happened');

const kind = z.enum(annotationKinds, { error: `one of ${annotationKinds.join(', ')}` });
const to = calendarDay.meta({ description: 'The last day; left out for a single day' });

const fields = { from: calendarDay, to: to.optional(), title, kind: kind.default('other') };

type Days = { from?: Day | undefined; to?: Day | undefined };
const inOrder = ({ from, to: last }: Days): boolean => from === undefined || last === undefined || from <= last;
const notEndless = ({ from, to: last }: Days): boolean =>
  from === undefined || last === undefined || daysBetween(from, last) < longestSpan;
const outOfOrder = { path: ['to'], error: 'must not be before `from`' };
const endless = { path: ['to'], error: `at most ${longestSpan} days` };

export const annotationInput = z.strictObject(fields).refine(inOrder, outOfOrder).refine(notEndless, endless);

export const annotationChangeInput = z.strictObject({
  from: calendarDay.optional(),
  to: to.optional(),
  title: title.optional(),
  kind: kind.optional(),
});

/** After a change both days are known again: what is wrong with them, in words for the field `to`; null when nothing is. */
export function spanFault({ from, to: last }: { from: Day; to: Day }): string | null {
  if (!inOrder({ from, to: last })) return outOfOrder.error;
  return notEndless({ from, to: last }) ? null : endless.error;
}

export const annotationsQuery = z
  .strictObject({ ...paging, from: calendarDay.optional(), to: calendarDay.optional() })
  .refine(inOrder, outOfOrder);

export const annotationPath = z.strictObject({ id });

export const annotationSchema = z
  .strictObject({
    id: z.string(),
    from: day,
    to: day,
    title: z.string(),
    kind: z.enum(annotationKinds),
    createdBy: z.string(),
    createdAt: instant,
    changedBy: z.string().nullable(),
    changedAt: instant.nullable(),
  })
  .meta({ id: 'Annotation' });

export const annotationListSchema = z.strictObject({ data: z.array(annotationSchema), next });

const side = z.strictObject({ from: day, to: day, change: z.number(), perWeek: z.number() });

export const wholeAnnotationSchema = annotationSchema
  .extend({
    readOut: z.array(z.strictObject({ metric: z.enum(metricIds), before: side, after: side })).meta({
      description: 'Net change a week in equal spans before and after; empty while less than a week lies on a side',
    }),
    caution: z.string(),
  })
  .meta({ id: 'WholeAnnotation' });

export type AnnotationJson = z.output<typeof annotationSchema>;

export const annotationJson = (annotation: Annotation): AnnotationJson => ({
  id: annotation.id,
  from: annotation.from,
  to: annotation.to,
  title: annotation.title,
  kind: annotation.kind,
  createdBy: annotation.createdByName,
  createdAt: annotation.createdAt.toISOString(),
  changedBy: annotation.changedByName,
  changedAt: annotation.changedAt?.toISOString() ?? null,
});

export type MetricReadOut = ReadOut & { readonly metric: MetricId };

export const wholeAnnotationJson = (told: {
  annotation: Annotation;
  readOut: readonly MetricReadOut[];
}): z.output<typeof wholeAnnotationSchema> => ({
  ...annotationJson(told.annotation),
  readOut: told.readOut.map(({ metric, before, after }) => ({ metric, before, after })),
  caution: readOutCaution,
});
