import { z } from 'zod';
import { type Attention, attentionOf } from '@/lib/domain/attention';
import { addDays, type Day, dayIn } from '@/lib/domain/day';
import type { Freshness } from '@/lib/domain/freshness';
import { coverageOf, type Gap, groupGaps, isMissed } from '@/lib/domain/gap';
import { ok } from '@/lib/domain/result';
import type { Run } from '@/lib/domain/run';
import { nextRunAt } from '@/lib/domain/schedule';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { CapturedDay } from '@/lib/domain/trend';
import { chartDays, type Numbers, overviewFields, overviewNumbers } from '@/lib/views/overview/numbers';
import type { Here } from '@/lib/views/words/numbers';
import { type RulingConnection, resolveConnection } from '../connection/parts/resolve-connection';
import { cached, type HistoryContext } from '../parts/cached';
import { service } from '../service';
import { findGaps } from '../snapshots/parts/find-gaps';
import { readFreshness } from '../snapshots/parts/read-freshness';

const coverageDays = 90;
// A week ago, and three days more when that day is a gap.
const daysToCompare = 10;

export type Coverage = ReturnType<typeof coverageOf>;

/** What is there to see, from nothing at all to everything. */
export type Overview = { readonly here: Here; readonly today: Day } & (
  | { readonly kind: 'no-connection' }
  | {
      readonly kind: 'never-succeeded';
      /** The newest run, if any has been tried: under way, or failed with its cause. */
      readonly lastRun: Run | null;
      readonly nextRunAt: Date;
    }
  | (Seen & { readonly kind: 'first-day'; readonly gettingStarted: GettingStarted })
  | (Seen & { readonly kind: 'running' })
);

export type Seen = {
  readonly snapshot: Pick<Snapshot, 'day' | 'takenAt' | 'source'>;
  readonly numbers: Numbers;
  readonly freshness: Freshness;
  readonly attention: readonly Attention[];
  /** Of the last 90 days. */
  readonly coverage: Coverage;
  /** Of the chart's 26 weeks, oldest first. */
  readonly gaps: readonly Gap[];
};

/** The list of the first day; what later parts add is absent until it exists. */
export type GettingStarted = { readonly tokenLast4: string | null; readonly people: number };

export const viewOverview = service({
  permission: 'adoption:see',
  input: z.object({}),
  run: async (ctx) => ok(await overview(ctx, null)),
});

const overview = cached({
  name: 'overview',
  make: readOverview,
  // Getting started counts people, and a first run shows its progress: those change while the history does not.
  keeps: ({ kind }) => kind === 'running',
});

async function readOverview(ctx: HistoryContext): Promise<Overview> {
  const { id, timeZone } = ctx.organisation;
  const here = { now: ctx.clock.now(), timeZone };
  const today = dayIn(here.now, timeZone);
  const { snapshots } = ctx.store;
  const [connection, { latest, freshness }, extent, rows] = await Promise.all([
    resolveConnection(ctx),
    readFreshness(ctx),
    snapshots.extent(id),
    snapshots.columns(id, { from: addDays(today, 1 - chartDays - daysToCompare), to: today }, overviewFields),
  ]);
  if (!latest || !extent) return { here, today, ...(await nothingYet(ctx, connection)) };
  const seen = await see(ctx, { connection, latest, freshness, first: extent.first, rows, today });
  if (extent.count > 1) return { here, today, kind: 'running', ...seen };
  const people = await ctx.store.people.all(id);
  const gettingStarted = { tokenLast4: connection?.last4 ?? null, people: people.length };
  return { here, today, kind: 'first-day', ...seen, gettingStarted };
}

type Found = {
  readonly connection: RulingConnection | null;
  readonly latest: Snapshot;
  readonly freshness: Freshness;
  readonly first: Day;
  readonly rows: readonly CapturedDay[];
  readonly today: Day;
};

async function see(ctx: HistoryContext, { connection, latest, freshness, first, rows, today }: Found): Promise<Seen> {
  const captured = rows.map((row) => row.day);
  const found = await findGaps(ctx, { captured, first, since: addDays(today, 1 - chartDays), today });
  const gaps = groupGaps(found.days);
  const coverage = coverageOf({ captured, first, today, gaps: found.days }, coverageDays);
  return {
    snapshot: { day: latest.day, takenAt: latest.takenAt, source: latest.source },
    numbers: overviewNumbers({ latest, rows, gaps, first, today }),
    freshness,
    attention: attentionOf({
      today,
      connection: connection && { tokenExpiresOn: connection.expiresOn },
      freshness,
      gaps: gaps.filter(isMissed),
    }),
    coverage,
    gaps,
  };
}

async function nothingYet(ctx: HistoryContext, connection: RulingConnection | null) {
  if (!connection) return { kind: 'no-connection' } as const;
  const { id, timeZone, captureTime } = ctx.organisation;
  const now = ctx.clock.now();
  const lastRun = await ctx.store.runs.latest(id);
  const lastRunToday = lastRun?.day === dayIn(now, timeZone) ? lastRun : null;
  const next = nextRunAt({ now, timeZone, captureTime, capturedToday: false, lastRunToday });
  return { kind: 'never-succeeded', lastRun, nextRunAt: next } as const;
}
