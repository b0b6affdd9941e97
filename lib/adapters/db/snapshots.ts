import { join, raw } from '@prisma/client/runtime/client';
import { type AdoptionCounts, type CountField, countFields, type Snapshot } from '@/lib/domain/snapshot';
import type { Db } from './db';
import type { SnapshotModel } from './generated/sqlite/models';
import { sourceIn } from './rows';
import type { SnapshotStore } from './store';

export const snapshotStore = ({ sql }: Db): SnapshotStore => ({
  latest: async (organisationId) =>
    snapshotOrNull(await sql.snapshot.findFirst({ where: { organisationId }, orderBy: { day: 'desc' } })),
  on: async (organisationId, day) =>
    snapshotOrNull(await sql.snapshot.findUnique({ where: { organisationId_day: { organisationId, day } } })),
  between: async (organisationId, { from, to }, limit) => {
    const rows = await sql.snapshot.findMany({
      where: { organisationId, day: { gte: from, lte: to } },
      orderBy: { day: 'asc' },
      ...(limit === undefined ? {} : { take: limit }),
    });
    return rows.map(snapshot);
  },
  columns: async <F extends CountField>(
    organisationId: string,
    span: { from: string; to: string },
    fields: readonly F[],
  ) =>
    sql.$queryRaw<({ day: string } & Record<F, number | null>)[]>`
      SELECT "day", ${join(fields.map((field) => raw(`"${field}"`)))} FROM "Snapshot"
      WHERE "organisationId" = ${organisationId} AND "day" >= ${span.from} AND "day" <= ${span.to} ORDER BY "day"`,
  days: async (organisationId, { from, to }) => {
    const rows = await sql.snapshot.findMany({
      where: { organisationId, day: { gte: from, lte: to } },
      orderBy: { day: 'asc' },
      select: { day: true, source: true },
    });
    return rows.map(({ day, source }) => ({ day, source: sourceIn(source) }));
  },
  extent: async (organisationId) => {
    const [row] = await sql.$queryRaw<{ first: string | null; last: string | null; count: bigint }[]>`
      SELECT MIN("day") AS "first", MAX("day") AS "last", COUNT(*) AS "count" FROM "Snapshot"
      WHERE "organisationId" = ${organisationId}`;
    if (row === undefined || row.first === null || row.last === null) return null;
    return { first: row.first, last: row.last, count: Number(row.count) };
  },
});

const snapshotOrNull = (row: SnapshotModel | null): Snapshot | null => (row === null ? null : snapshot(row));

const snapshot = (row: SnapshotModel): Snapshot => ({
  day: row.day,
  takenAt: row.takenAt,
  source: sourceIn(row.source),
  counts: countsOf(row),
});

export const countsOf = (row: AdoptionCounts): AdoptionCounts =>
  Object.fromEntries(countFields.map((field) => [field, row[field]])) as AdoptionCounts;
