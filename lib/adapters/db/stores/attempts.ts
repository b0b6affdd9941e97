import { failureKinds } from '@/lib/domain/failure';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import { tables } from '../backup/tables';
import type { Db } from '../drivers/db';
import type { RunAttemptModel } from '../generated/sqlite/models';
import { insertAll } from './bulk';
import { oneOf } from './rows';

export type AttemptStore = {
  /** Keeps what a run asked; an attempt that is there already is written again. */
  record(runId: string, attempts: readonly RunAttempt[]): Promise<void>;
  /** In order; none for runs from before attempts were kept one by one. */
  of(runId: string): Promise<RunAttempt[]>;
};

export const attemptStore = (db: Db): AttemptStore => ({
  record: async (runId, attempts) => {
    const rows = attempts.map(({ failure, ...attempt }) => ({
      ...attempt,
      runId,
      failureKind: failure?.kind ?? null,
      failureDetail: failure?.detail ?? null,
      failureStatus: failure?.status ?? null,
    }));
    await insertAll(db, { table: tables.RunAttempt, rows, key: ['runId', 'number'] });
  },
  of: async (runId) => {
    const rows = await db.sql.runAttempt.findMany({ where: { runId }, orderBy: { number: 'asc' } });
    return rows.map(attempt);
  },
});

const failureKindIn = oneOf('failure kind', failureKinds);

function attempt(row: RunAttemptModel): RunAttempt {
  const { runId: _, failureKind, failureDetail, failureStatus, ...rest } = row;
  const failure =
    failureKind === null ? null : { kind: failureKindIn(failureKind), detail: failureDetail, status: failureStatus };
  return { ...rest, failure };
}
