import type { Day } from '@/lib/domain/day';
import { failureKinds } from '@/lib/domain/failure';
import type { Period } from '@/lib/domain/period';
import type { RunStage } from '@/lib/domain/run';
import { type Run, type RunFailure, type RunOutcome, type RunTrigger, runStages } from '@/lib/domain/run';
import type { RunFilter } from '@/lib/domain/run-filter';
import type { Db } from '../drivers/db';
import type { Prisma } from '../generated/sqlite/client';
import type { RefreshRunModel } from '../generated/sqlite/models';
import { oneOf, storedDay } from './rows';

export type RunPage = { readonly runs: Run[]; readonly next: string | null };

/** `answered` are the filter's days as instants, for runs whose clocks are off: they stand under the day of their answer, too. */
export type AskedRuns = RunFilter & { readonly answered?: { readonly from?: Date; readonly before?: Date } };

/** With a snapshot, without one, or with a reading that is of no day, since its clocks are off. */
type RunEnd =
  | { readonly readingId: string; readonly day: Day }
  | { readonly failure: RunFailure; readonly undated?: { readonly readingId: string; readonly answerDate: Date } };

export type RunStore = {
  begin(
    organisationId: string,
    run: { id: string; trigger: RunTrigger; startedByName: string; startedAt: Date; day: Day },
  ): Promise<void>;
  progress(id: string, at: { stage: RunStage; attempts: number; waitingUntil: Date | null }): Promise<void>;
  /** `day` is the reading's: a run that crosses midnight belongs to the day its answer came. */
  finish(id: string, end: { finishedAt: Date; attempts: number } & RunEnd): Promise<void>;
  /** Ends a run whose process died; one that has ended meanwhile stays as it ended. */
  giveUp(id: string, end: { finishedAt: Date; failure: RunFailure }): Promise<void>;
  byId(organisationId: string, id: string): Promise<Run | null>;
  /** Newest first; `cursor` is the `next` of the page before, and null is answered for one that was never given out. */
  page(
    organisationId: string,
    page: { limit: number; cursor: string | null; filter?: AskedRuns },
  ): Promise<RunPage | null>;
  count(organisationId: string, filter?: AskedRuns): Promise<number>;
  /** The ids of the runs begun just before and just after this one. */
  neighbours(
    organisationId: string,
    run: Pick<Run, 'id' | 'startedAt'>,
  ): Promise<{ older: string | null; newer: string | null }>;
  running(organisationId: string): Promise<Run | null>;
  latest(organisationId: string): Promise<Run | null>;
  latestEnded(organisationId: string): Promise<Run | null>;
  /** The newest run of a day, of those begun at `until` or before when it is given. */
  latestOf(organisationId: string, day: Day, until?: Date): Promise<Run | null>;
  /** Failed runs whose day lies in the span, oldest first: the reasons of gaps. */
  failures(organisationId: string, span: Period): Promise<Run[]>;
  /** Runs whose answer is of no day, since its clocks are off, by the answer's own date; oldest first. */
  undated(organisationId: string, span: { from: Date; to: Date }): Promise<Run[]>;
};

const newestFirst = [{ startedAt: 'desc' }, { id: 'desc' }] as const;

export const runStore = ({ sql }: Db): RunStore => {
  const newest = async (where: Prisma.RefreshRunWhereInput) =>
    runOrNull(await sql.refreshRun.findFirst({ where, orderBy: [...newestFirst] }));
  return {
    begin: async (organisationId, run) => {
      const data = { ...run, organisationId, outcome: 'running', stage: 'read' };
      await sql.refreshRun.create({ data, select: { id: true } });
    },
    progress: async (id, at) => {
      await sql.refreshRun.updateMany({ where: { id, outcome: 'running' }, data: at });
    },
    finish: async (id, { finishedAt, attempts, ...end }) => {
      const data = { finishedAt, attempts, ...ended, ...outcomeColumns(end) };
      await sql.refreshRun.update({ where: { id }, data, select: { id: true } });
    },
    giveUp: async (id, { finishedAt, failure }) => {
      const data = { finishedAt, ...ended, ...outcomeColumns({ failure }) };
      await sql.refreshRun.updateMany({ where: { id, outcome: 'running' }, data });
    },
    byId: async (organisationId, id) => runOrNull(await sql.refreshRun.findUnique({ where: { id, organisationId } })),
    page: async (organisationId, { limit, cursor, filter = {} }) => {
      const after = cursor === null ? null : placeIn(cursor);
      if (after === undefined) return null;
      const rows = await sql.refreshRun.findMany({
        where: { organisationId, ...meant(filter), ...(after === null ? {} : { OR: olderThan(after) }) },
        orderBy: [...newestFirst],
        take: limit + 1,
      });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { runs: rows.slice(0, limit).map(run), next: last === undefined ? null : cursorOf(last) };
    },
    count: (organisationId, filter = {}) => sql.refreshRun.count({ where: { organisationId, ...meant(filter) } }),
    neighbours: async (organisationId, at) => {
      const [older, newer] = await Promise.all([
        newest({ organisationId, OR: olderThan(at) }),
        sql.refreshRun.findFirst({
          where: { organisationId, OR: newerThan(at) },
          orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
          select: { id: true },
        }),
      ]);
      return { older: older?.id ?? null, newer: newer?.id ?? null };
    },
    running: (organisationId) => newest({ organisationId, outcome: 'running' }),
    latest: (organisationId) => newest({ organisationId }),
    latestEnded: (organisationId) => newest({ organisationId, outcome: { not: 'running' } }),
    latestOf: (organisationId, day, until) =>
      newest({ organisationId, day, ...(until === undefined ? {} : { startedAt: { lte: until } }) }),
    failures: async (organisationId, { from, to }) => {
      const rows = await sql.refreshRun.findMany({
        where: { organisationId, outcome: 'failed', day: { gte: from, lte: to } },
        orderBy: [{ day: 'asc' }, { startedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(run);
    },
    undated: async (organisationId, { from, to }) => {
      const rows = await sql.refreshRun.findMany({
        where: { organisationId, failureKind: 'clock-off', answerDate: { gte: from, lt: to } },
        orderBy: [{ answerDate: 'asc' }, { id: 'asc' }],
      });
      return rows.map(run);
    },
  };
};

type Place = { readonly startedAt: Date; readonly id: string };

const olderThan = ({ startedAt, id }: Place) => [{ startedAt: { lt: startedAt } }, { startedAt, id: { lt: id } }];

const newerThan = ({ startedAt, id }: Place) => [{ startedAt: { gt: startedAt } }, { startedAt, id: { gt: id } }];

/** Conditions for what is said, none for what is not. */
const meant = ({ outcome, by, kind, from, to, answered }: AskedRuns): Prisma.RefreshRunWhereInput => ({
  ...(outcome && { outcome }),
  ...(by && { trigger: by }),
  ...(kind && { failureKind: kind }),
  ...((from || to) && {
    AND: [{ OR: [{ day: { ...(from && { gte: from }), ...(to && { lte: to }) } }, ofDays(answered)] }],
  }),
});

/** What the answers' own dates say: such a run is of no day, and may have cost either. */
const ofDays = ({ from, before }: AskedRuns['answered'] = {}): Prisma.RefreshRunWhereInput => ({
  failureKind: 'clock-off',
  answerDate: { ...(from && { gte: from }), ...(before && { lt: before }) },
});

const cursorOf = ({ startedAt, id }: Place): string =>
  Buffer.from(`${startedAt.toISOString()} ${id}`).toString('base64url');

/** Undefined when the text was not made by `cursorOf`. The pattern also keeps out years and bytes that PostgreSQL would refuse. */
function placeIn(cursor: string): Place | undefined {
  const [, instant = '', id = ''] =
    /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([\w-]+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const startedAt = new Date(instant);
  return Number.isNaN(startedAt.getTime()) ? undefined : { startedAt, id };
}

const ended = { stage: 'done', waitingUntil: null } as const;

const noFailure = { failureKind: null, failureDetail: null, failureStatus: null, nextTryAt: null } as const;

/** A run may have been given up for dead before its answer came: then nothing of that failure stays. */
function outcomeColumns(end: RunEnd) {
  if ('readingId' in end) return { outcome: 'succeeded', readingId: end.readingId, day: end.day, ...noFailure };
  const { kind, detail, status, nextTryAt } = end.failure;
  return {
    outcome: 'failed',
    failureKind: kind,
    failureDetail: detail,
    failureStatus: status,
    nextTryAt,
    ...end.undated,
  };
}

const triggerIn = oneOf('trigger', ['scheduled', 'manual', 'cli'] as const satisfies RunTrigger[]);
const outcomeIn = oneOf('outcome', ['running', 'succeeded', 'failed'] as const satisfies RunOutcome[]);
const stageIn = oneOf('stage', runStages);
const failureKindIn = oneOf('failure kind', failureKinds);

const runOrNull = (row: RefreshRunModel | null): Run | null => (row === null ? null : run(row));

function run(row: RefreshRunModel): Run {
  const { organisationId: _, failureKind, failureDetail, failureStatus, nextTryAt, ...rest } = row;
  return {
    ...rest,
    day: storedDay(row.day),
    trigger: triggerIn(row.trigger),
    outcome: outcomeIn(row.outcome),
    stage: stageIn(row.stage),
    failure:
      failureKind === null
        ? null
        : { kind: failureKindIn(failureKind), detail: failureDetail, status: failureStatus, nextTryAt },
  };
}
