import type { ReviewDraft } from '@/lib/domain/review';
import type { Week } from '@/lib/domain/week';
import type { Db } from '../drivers/db';
import type { ReviewModel } from '../generated/sqlite/models';
import { oneOf, storedWeek } from './rows';

export type ReviewStore = {
  of(organisationId: string, week: Week): Promise<ReviewDraft | null>;
  /** Weeks from `from` to `to`, both included, that somebody has written about. */
  between(organisationId: string, span: { from: Week; to: Week }): Promise<ReviewDraft[]>;
  /** Writes over exactly `version` (0: nobody has begun) and counts it up; false when somebody else was faster. */
  save(organisationId: string, review: ReviewDraft): Promise<boolean>;
};

export const reviewStore = ({ sql }: Db): ReviewStore => ({
  of: async (organisationId, week) => {
    const row = await sql.review.findUnique({ where: { organisationId_week: { organisationId, week } } });
    return row && review(row);
  },
  between: async (organisationId, { from, to }) => {
    const rows = await sql.review.findMany({ where: { organisationId, week: { gte: from, lte: to } } });
    return rows.map(review);
  },
  save: async (organisationId, { week, version, completed, ...written }) => {
    const data = { ...written, version: version + 1, state: completed ? 'completed' : 'draft' };
    if (version === 0) return (await insertOnce(sql, { organisationId, week, ...data })) === 1;
    const { count } = await sql.review.updateMany({ where: { organisationId, week, version }, data });
    return count === 1;
  },
});

/** Of two who begin at once, the second changes nothing; an insert that fails would end a PostgreSQL transaction. */
const insertOnce = (sql: Db['sql'], row: ReviewModel): Promise<number> => sql.$executeRaw`
  INSERT INTO "Review" ("organisationId", "week", "happened", "why", "next", "version", "state", "changedByName", "changedById", "changedAt")
  VALUES (${row.organisationId}, ${row.week}, ${row.happened}, ${row.why}, ${row.next}, ${row.version}, ${row.state},
    ${row.changedByName}, ${row.changedById}, ${row.changedAt})
  ON CONFLICT ("organisationId", "week") DO NOTHING`;

const stateIn = oneOf('review state', ['draft', 'completed']);

const review = ({ organisationId: _, state, ...row }: ReviewModel): ReviewDraft => ({
  ...row,
  week: storedWeek(row.week),
  completed: stateIn(state) === 'completed',
});
