import type { Revision } from '@/lib/domain/review';
import type { Week } from '@/lib/domain/week';
import type { Db } from '../drivers/db';
import type { ReviewRevisionModel } from '../generated/sqlite/models';
import { linkOnto, moveHead, revisionChain, sealOf, sha256 } from './chain';
import { lockChain } from './lock-chain';
import { roleIn, storedWeek } from './rows';

export type RevisionStore = {
  /** Appends the next revision of a week; `document` is asked for its text when its number is certain. */
  append(
    organisationId: string,
    revision: Omit<Revision, 'number' | 'document' | 'hash'> & { document: (number: number) => string },
  ): Promise<Revision>;
  /** Oldest first. */
  of(organisationId: string, week: Week): Promise<Omit<Revision, 'document'>[]>;
  one(organisationId: string, week: Week, number: number): Promise<Revision | null>;
  latest(organisationId: string, week: Week): Promise<Revision | null>;
  /** How many each week of the span has, both ends included; weeks without any are left out. */
  counts(organisationId: string, span: { from: Week; to: Week }): Promise<ReadonlyMap<Week, number>>;
};

export const revisionStore = (db: Db): RevisionStore => ({
  append: (organisationId, revision) => db.atomically((tx) => append(tx, organisationId, revision)),
  of: async (organisationId, week) => {
    const rows = await db.sql.reviewRevision.findMany({
      where: { organisationId, week },
      orderBy: { number: 'asc' },
      omit: { document: true },
    });
    return rows.map((row) => facts(row));
  },
  one: async (organisationId, week, number) =>
    revisionOrNull(
      await db.sql.reviewRevision.findUnique({
        where: { organisationId_week_number: { organisationId, week, number } },
      }),
    ),
  latest: async (organisationId, week) =>
    revisionOrNull(
      await db.sql.reviewRevision.findFirst({ where: { organisationId, week }, orderBy: { number: 'desc' } }),
    ),
  counts: async (organisationId, { from, to }) => {
    const rows = await db.sql.reviewRevision.groupBy({
      by: ['week'],
      where: { organisationId, week: { gte: from, lte: to } },
      _count: true,
    });
    return new Map(rows.map((row) => [storedWeek(row.week), row._count]));
  },
});

/** What a revision's chain hash covers, in this order, which is never changed. The document is covered by its own hash. */
export const revisionFacts = (row: Omit<ReviewRevisionModel, 'document' | 'chain' | 'mac' | 'keyId' | 'erasedAt'>) => [
  row.organisationId,
  row.seq,
  row.week,
  row.number,
  row.documentSha256,
  row.completedAt.toISOString(),
  row.completedByName,
  row.completedByRole,
];

type New = Parameters<RevisionStore['append']>[1];

async function append(db: Db, organisationId: string, { document: write, ...signed }: New): Promise<Revision> {
  const chain = revisionChain(organisationId);
  const head = await lockChain(db, chain, signed.completedAt);
  const number = 1 + (await db.sql.reviewRevision.count({ where: { organisationId, week: signed.week } }));
  const document = write(number);
  const row = { ...signed, organisationId, number, seq: head.length + 1, documentSha256: sha256(document) };
  const hash = linkOnto(head.hash, revisionFacts(row));
  const seal = sealOf(head.key, { chain, seq: row.seq, link: hash });
  await db.sql.reviewRevision.create({ data: { ...row, document, chain: hash, ...seal }, select: { number: true } });
  await moveHead(db, chain, { length: row.seq, hash, key: head.key });
  return { ...signed, number, document, hash: row.documentSha256 };
}

const facts = ({ week, number, documentSha256, completedAt, completedByName, completedByRole }: Row) => ({
  week: storedWeek(week),
  number,
  hash: documentSha256,
  completedAt,
  completedByName,
  completedByRole: roleIn(completedByRole),
});

type Row = Omit<ReviewRevisionModel, 'document'>;

const revisionOrNull = (row: ReviewRevisionModel | null): Revision | null =>
  row && { ...facts(row), document: row.document };
