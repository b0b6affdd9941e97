import { empty, join, raw, type Sql, sqltag } from '@prisma/client/runtime/client';
import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import type { SnapshotSource } from '@/lib/domain/snapshot';
import { type AdoptionCounts, type CountField, countFields, type Snapshot } from '@/lib/domain/snapshot';
import type { Db, Dialect } from '../drivers/db';
import type { SnapshotModel } from '../generated/sqlite/models';
import { sourceIn, storedDay } from './rows';

export type SnapshotStore = {
  /** The snapshot of the latest day, of those taken at `until` or before when it is given. */
  latest(organisationId: string, until?: Date): Promise<Snapshot | null>;
  on(organisationId: string, day: Day): Promise<Snapshot | null>;
  /** Oldest first, both ends included; at most `limit` (default: all). */
  between(organisationId: string, span: Period, limit?: number): Promise<Snapshot[]>;
  /** The named columns of captured days only, oldest first: what a chart needs and no more. */
  columns<F extends CountField>(
    organisationId: string,
    span: Period,
    fields: readonly F[],
  ): Promise<({ day: Day } & Record<F, number | null>)[]>;
  /** For each slot its last captured day, if any, as one row of the named columns, oldest first: one look-up a slot, however long the history. */
  closes<F extends CountField>(
    organisationId: string,
    slots: readonly Period[],
    fields: readonly F[],
  ): Promise<({ day: Day } & Record<F, number | null>)[]>;
  /** The same as whole snapshots. */
  closingSnapshots(organisationId: string, slots: readonly Period[]): Promise<Snapshot[]>;
  /** The captured days; a day whose snapshot was taken before it began is none. */
  days(organisationId: string, span: Period): Promise<{ day: Day; source: SnapshotSource }[]>;
  /** The days whose snapshot was taken before they began. */
  tooEarly(organisationId: string, span: Period): Promise<Day[]>;
  /** The first day with a snapshot, captured or not; unlike `extent` it counts nothing, so it costs the same however many days there are. */
  firstDay(organisationId: string): Promise<Day | null>;
  /** First and last day with a snapshot, captured or not, and how many days there are. */
  extent(organisationId: string): Promise<{ first: Day; last: Day; count: number } | null>;
};

/** By hand, because charts and overview live on these: half the time of the same question through Prisma's query builder. */
export const snapshotStore = ({ sql, dialect }: Db): SnapshotStore => ({
  latest: async (organisationId, until) =>
    first(
      await sql.$queryRaw<Row[]>`
      ${selectSnapshot} WHERE "organisationId" = ${organisationId}
      ${until === undefined ? empty : sqltag`AND "takenAt" <= ${until}`} ORDER BY "day" DESC LIMIT 1`,
    ),
  on: async (organisationId, day) =>
    first(
      await sql.$queryRaw<Row[]>`
      ${selectSnapshot} WHERE "organisationId" = ${organisationId} AND "day" = ${day}`,
    ),
  between: async (organisationId, { from, to }, limit) => {
    const rows = await sql.$queryRaw<Row[]>`
      ${selectSnapshot} WHERE "organisationId" = ${organisationId} AND "day" >= ${from} AND "day" <= ${to}
      ORDER BY "day" ${limit === undefined ? empty : sqltag`LIMIT ${limit}`}`;
    return rows.map(snapshot);
  },
  columns: async <F extends CountField>(organisationId: string, span: Period, fields: readonly F[]) =>
    sql.$queryRaw<({ day: Day } & Record<F, number | null>)[]>`
      SELECT ${columnsOf(['day', ...fields])} FROM "Snapshot"
      WHERE "organisationId" = ${organisationId} AND "day" >= ${span.from} AND "day" <= ${span.to} AND ${isCaptured}
      ORDER BY "day"`,
  closes: async <F extends CountField>(organisationId: string, slots: Slots, fields: readonly F[]) =>
    slots.length === 0
      ? []
      : sql.$queryRaw<({ day: Day } & Record<F, number | null>)[]>`
          ${closing(dialect, organisationId, slots, columnsOf(['day', ...fields]))}`,
  closingSnapshots: async (organisationId, slots) => {
    if (slots.length === 0) return [];
    const rows = await sql.$queryRaw<Row[]>`${closing(dialect, organisationId, slots, wholeColumns)}`;
    return rows.map(snapshot);
  },
  days: async (organisationId, { from, to }) => {
    const rows = await sql.snapshot.findMany({
      where: { organisationId, day: { gte: from, lte: to }, takenBefore: null },
      orderBy: { day: 'asc' },
      select: { day: true, source: true },
    });
    return rows.map(({ day, source }) => ({ day: storedDay(day), source: sourceIn(source) }));
  },
  tooEarly: async (organisationId, { from, to }) => {
    const rows = await sql.snapshot.findMany({
      where: { organisationId, day: { gte: from, lte: to }, takenBefore: { not: null } },
      select: { day: true },
    });
    return rows.map(({ day }) => storedDay(day));
  },
  firstDay: async (organisationId) => {
    const [row] = await sql.$queryRaw<{ first: Day | null }[]>`
      SELECT MIN("day") AS "first" FROM "Snapshot" WHERE "organisationId" = ${organisationId}`;
    return row?.first ?? null;
  },
  extent: async (organisationId) => {
    const [row] = await sql.$queryRaw<{ first: Day | null; last: Day | null; count: bigint }[]>`
      SELECT MIN("day") AS "first", MAX("day") AS "last", COUNT(*) AS "count" FROM "Snapshot"
      WHERE "organisationId" = ${organisationId}`;
    if (row === undefined || row.first === null || row.last === null) return null;
    return { first: row.first, last: row.last, count: Number(row.count) };
  },
});

type Slots = readonly Period[];

/** As `isCaptured()` of the domain: a snapshot that was taken before its day began tells nothing of that day. */
const isCaptured = sqltag`"takenBefore" IS NULL`;

/** Looks up one day a slot in the primary key, instead of walking over all days: fifty years cost what one does. */
function closing(dialect: Dialect, organisationId: string, slots: Slots, columns: Sql): Sql {
  const json = JSON.stringify(slots.map(({ from, to }) => [from, to]));
  const slot = sqltag`"day" >= (value ->> 0) AND "day" <= (value ->> 1)`;
  const inside = sqltag`"organisationId" = ${organisationId} AND ${slot} AND ${isCaptured}`;
  return dialect === 'sqlite'
    ? sqltag`SELECT ${columns} FROM "Snapshot" WHERE rowid IN (
        SELECT (SELECT rowid FROM "Snapshot" WHERE ${inside} ORDER BY "day" DESC LIMIT 1) FROM json_each(${json}))
        ORDER BY "day"`
    : sqltag`SELECT close.* FROM json_array_elements(${json}::json) CROSS JOIN LATERAL (
        SELECT ${columns} FROM "Snapshot" WHERE ${inside} ORDER BY "day" DESC LIMIT 1) close ORDER BY "day"`;
}

type Row = Omit<SnapshotModel, 'organisationId' | 'readingId'>;

const columnsOf = (names: readonly string[]): Sql => join(names.map((name) => raw(`"${name}"`)));

const wholeColumns = columnsOf(['day', 'takenAt', 'source', 'answerDate', 'takenBefore', ...countFields]);
const selectSnapshot = sqltag`SELECT ${wholeColumns} FROM "Snapshot"`;

const first = ([row]: readonly Row[]): Snapshot | null => (row === undefined ? null : snapshot(row));

const snapshot = (row: Row): Snapshot => ({
  day: storedDay(row.day),
  takenAt: row.takenAt,
  source: sourceIn(row.source),
  counts: countsOf(row),
  answerDate: row.answerDate,
  takenBefore: row.takenBefore,
});

export const countsOf = (row: AdoptionCounts): AdoptionCounts =>
  Object.fromEntries(countFields.map((field) => [field, row[field]])) as AdoptionCounts;
