import { z } from 'zod';
import { inOrder, outOfOrder } from '@/lib/api/common';
import { runFilter } from '@/lib/api/run';
import { type CalendarWeek, calendarOf } from '@/lib/domain/calendar';
import { notesOn } from '@/lib/domain/consistency';
import { addDays, type Day, dayIn, daysBetween } from '@/lib/domain/day';
import { type Freshness, nextRunOf } from '@/lib/domain/freshness';
import { coverageOf, groupGaps } from '@/lib/domain/gap';
import { ok, type Result } from '@/lib/domain/result';
import type { Run } from '@/lib/domain/run';
import type { RunFilter } from '@/lib/domain/run-filter';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Here } from '@/lib/views/words/numbers';
import { type RulingConnection, resolveConnection } from '../connection/parts/resolve-connection';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { findGaps } from '../snapshots/parts/find-gaps';
import { readFreshness } from '../snapshots/parts/read-freshness';
import { askedRuns } from './parts/asked-runs';
import { took } from './parts/took';
import { type TriedGap, tried } from './parts/tried-gaps';

export type { TriedGap };

const calendarDays = 90;
const runsOnAPage = 20;

/** A run with how many sums of the snapshot it took fail; `null` when it took none, or a later one replaced it. */
export type ListedRun = Run & { readonly notes: number | null };

export type Runs = {
  readonly here: Here;
  readonly today: Day;
  readonly lastSnapshot: (Pick<Snapshot, 'day' | 'takenAt' | 'source'> & { readonly run: Run | null }) | null;
  readonly freshness: Freshness;
  /** Null without a connection: then nothing runs by itself. */
  readonly nextRunAt: Date | null;
  /** `daysLeft` is negative once the token has expired. */
  readonly connection: {
    readonly last4: string;
    readonly expiresOn: Day | null;
    readonly daysLeft: number | null;
  } | null;
  readonly coverage: ReturnType<typeof coverageOf>;
  readonly calendar: readonly CalendarWeek[];
  /** Newest first. */
  readonly gaps: readonly TriedGap[];
  /** Those the filter means; `total` counts them, `all` every run there is. */
  readonly history: {
    readonly runs: readonly ListedRun[];
    readonly next: string | null;
    readonly total: number;
    readonly all: number;
    readonly filter: RunFilter;
    /** What is missing in the days asked for, newest first: a day without a snapshot may have no run at all. Empty where none were asked for. */
    readonly gaps: readonly TriedGap[];
  };
  readonly running: Run | null;
};

/** Ops' desk: what was captured, what was missed and why, and the runs that the filter means, newest first, a page at a time. */
export const viewRuns = service({
  permission: 'run:see',
  input: z.object({ ...runFilter, cursor: z.string().max(200).optional() }).refine(inOrder, outOfOrder),
  run: async (ctx, { cursor = null, ...filter }): Promise<Result<Runs, InvalidInput>> => {
    const { id, timeZone } = ctx.organisation;
    const { runs } = ctx.store;
    const asked = askedRuns(filter, timeZone);
    const page = await runs.page(id, { limit: runsOnAPage, cursor, filter: asked });
    if (page === null) return invalid('cursor', 'the `next` of the page before');
    const here = { now: ctx.clock.now(), timeZone };
    const today = dayIn(here.now, timeZone);
    const [days, { latest, freshness }, connection, total, all, running, listed, gaps] = await Promise.all([
      capturedDays(ctx, today),
      readFreshness(ctx),
      resolveConnection(ctx),
      runs.count(id, asked),
      runs.count(id),
      runs.running(id),
      withNotes(ctx, page.runs),
      gapsWithin(ctx, filter, today),
    ]);
    const run = latest && (await runThatTook(ctx, latest, page.runs));
    const lastSnapshot = latest && { day: latest.day, takenAt: latest.takenAt, source: latest.source, run };
    const history = { runs: listed, next: page.next, total, all, filter, gaps };
    const seen = { freshness, nextRunAt: connection && nextRunOf(freshness), connection: shown(connection, today) };
    return ok({ here, today, lastSnapshot, ...seen, ...days, history, running });
  },
});

async function capturedDays(ctx: Context, today: Day): Promise<Pick<Runs, 'calendar' | 'coverage' | 'gaps'>> {
  const { id } = ctx.organisation;
  const since = addDays(today, 1 - calendarDays);
  const [days, extent] = await Promise.all([
    ctx.store.snapshots.days(id, { from: since, to: today }),
    ctx.store.snapshots.extent(id),
  ]);
  const captured = days.map(({ day }) => day);
  const first = extent?.first ?? null;
  const { days: gapDays, failedRuns } = await findGaps(ctx, { captured, first, since, today });
  const gaps = groupGaps(gapDays).map((gap) => tried(gap, failedRuns));
  return {
    calendar: calendarOf({ captured: days, gaps: gapDays, first, today, days: calendarDays }),
    coverage: coverageOf({ captured, first, today, gaps: gapDays }, calendarDays),
    gaps: gaps.reverse(),
  };
}

async function gapsWithin(ctx: Context, { from, to }: RunFilter, today: Day): Promise<TriedGap[]> {
  const { id } = ctx.organisation;
  const first = from || to ? await ctx.store.snapshots.firstDay(id) : null;
  if (first === null) return [];
  const since = from && from > first ? from : first;
  const end = to && to < today ? addDays(to, 1) : today;
  if (since >= end) return [];
  const days = await ctx.store.snapshots.days(id, { from: since, to: end });
  const found = await findGaps(ctx, { captured: days.map(({ day }) => day), first, since, today: end });
  return groupGaps(found.days)
    .map((gap) => tried(gap, found.failedRuns))
    .reverse();
}

async function runThatTook(ctx: Context, snapshot: Snapshot, page: readonly Run[]): Promise<Run | null> {
  const listed = page.find((run) => took(run, snapshot));
  if (listed || snapshot.source === 'imported') return listed ?? null;
  const run = await ctx.store.runs.latestOf(ctx.organisation.id, snapshot.day);
  return run && took(run, snapshot) ? run : null;
}

async function withNotes(ctx: Context, runs: readonly Run[]): Promise<ListedRun[]> {
  const days = runs.flatMap((run) => (run.outcome === 'succeeded' ? [run.day] : [])).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return runs.map((run) => ({ ...run, notes: null }));
  const snapshots = await ctx.store.snapshots.between(ctx.organisation.id, { from, to });
  return runs.map((run) => {
    const snapshot = snapshots.find(({ day }) => day === run.day);
    return { ...run, notes: snapshot && took(run, snapshot) ? notesOn(snapshot).length : null };
  });
}

const shown = (connection: RulingConnection | null, today: Day): Runs['connection'] =>
  connection && {
    last4: connection.last4,
    expiresOn: connection.expiresOn,
    daysLeft: connection.expiresOn === null ? null : daysBetween(today, connection.expiresOn),
  };
