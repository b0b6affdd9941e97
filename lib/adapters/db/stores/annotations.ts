import { type Annotation, annotationKinds } from '@/lib/domain/annotation';
import type { Period } from '@/lib/domain/period';
import type { Db } from '../drivers/db';
import type { AnnotationModel } from '../generated/sqlite/models';
import { oneOf, storedDay } from './rows';

export type AnnotationPage = { readonly annotations: Annotation[]; readonly next: string | null };

export type AnnotationStore = {
  create(organisationId: string, annotation: Omit<Annotation, 'changedByName' | 'changedAt'>): Promise<void>;
  /** Those that touch the span, oldest first. */
  touching(organisationId: string, span: Period): Promise<Annotation[]>;
  /** Those that touch the span, newest first; null for a cursor that was never given out. */
  page(organisationId: string, page: Period & { limit: number; cursor: string | null }): Promise<AnnotationPage | null>;
  byId(organisationId: string, id: string): Promise<Annotation | null>;
  change(
    organisationId: string,
    id: string,
    change: Pick<Annotation, 'from' | 'to' | 'title' | 'kind'> & { changedByName: string; changedAt: Date },
  ): Promise<boolean>;
  remove(organisationId: string, id: string): Promise<boolean>;
};

export const annotationStore = ({ sql }: Db): AnnotationStore => ({
  create: async (organisationId, { from, to, ...rest }) => {
    await sql.annotation.create({ data: { ...rest, organisationId, fromDay: from, toDay: to }, select: { id: true } });
  },
  touching: async (organisationId, { from, to }) => {
    const rows = await sql.annotation.findMany({
      where: { organisationId, fromDay: { lte: to }, toDay: { gte: from } },
      orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    });
    return rows.map(annotation);
  },
  page: async (organisationId, { limit, cursor, from, to }) => {
    const after = cursor === null ? null : placeIn(cursor);
    if (after === undefined) return null;
    const rows = await sql.annotation.findMany({
      where: {
        organisationId,
        fromDay: { lte: to },
        toDay: { gte: from },
        ...(after === null ? {} : { OR: olderThan(after) }),
      },
      orderBy: [{ fromDay: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { annotations: rows.slice(0, limit).map(annotation), next: last ? `${last.fromDay}_${last.id}` : null };
  },
  byId: async (organisationId, id) => {
    const row = await sql.annotation.findUnique({ where: { id, organisationId } });
    return row && annotation(row);
  },
  change: async (organisationId, id, { from, to, ...rest }) => {
    const { count } = await sql.annotation.updateMany({
      where: { id, organisationId },
      data: { ...rest, fromDay: from, toDay: to },
    });
    return count === 1;
  },
  remove: async (organisationId, id) =>
    (await sql.annotation.deleteMany({ where: { id, organisationId } })).count === 1,
});

type Place = { readonly fromDay: string; readonly id: string };

const olderThan = ({ fromDay, id }: Place) => [{ fromDay: { lt: fromDay } }, { fromDay, id: { lt: id } }];

/** Undefined when the text is no cursor of ours. */
function placeIn(cursor: string): Place | undefined {
  const [, fromDay, id] = /^(\d{4}-\d\d-\d\d)_([\w-]+)$/.exec(cursor) ?? [];
  return fromDay === undefined || id === undefined ? undefined : { fromDay, id };
}

const kindIn = oneOf('annotation kind', annotationKinds);

const annotation = ({ organisationId: _, fromDay, toDay, kind, ...rest }: AnnotationModel): Annotation => ({
  ...rest,
  from: storedDay(fromDay),
  to: storedDay(toDay),
  kind: kindIn(kind),
});
