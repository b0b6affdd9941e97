import { addDays, earlierOf, laterOf, startOf } from '@/lib/domain/day';
import type { Snapshot } from '@/lib/domain/snapshot';
import { addWeeks, daysOfWeek, type Week, weekOf } from '@/lib/domain/week';
import { type WeekClose, type WeekFacts, weekFactsOf } from '@/lib/domain/week-facts';
import { readReviewDocument } from '@/lib/views/weeks/review-document';
import { type WeekSheet, weekSheet } from '@/lib/views/weeks/week-sheet';
import type { Context } from '../../context';
import { findGaps } from '../../snapshots/parts/find-gaps';
import { readFailedRuns } from '../../snapshots/parts/read-failed-runs';
import { judgeTargets } from '../../targets/parts/read-targets';

/** How far back a record is looked for. */
const historyWeeks = 26;

export type Eye = Pick<Context, 'store' | 'today' | 'organisation'>;

/** The weeks that exist: from that of the first snapshot to the one we are in; null before the first snapshot. */
export async function weeksThere({ store, today, organisation }: Eye): Promise<{ first: Week; last: Week } | null> {
  const first = await store.snapshots.firstDay(organisation.id);
  return first === null ? null : { first: weekOf(first), last: weekOf(laterOf(first, today())) };
}

export const isThere = async (ctx: Eye, week: Week): Promise<boolean> => {
  const there = await weeksThere(ctx);
  return there !== null && there.first <= week && week <= there.last;
};

/** A week's numbers as the snapshots and runs tell them now. */
export async function readWeekFacts(ctx: Eye, week: Week): Promise<WeekFacts> {
  const { id } = ctx.organisation;
  const { from, to } = daysOfWeek(week);
  const today = ctx.today();
  const first = await ctx.store.snapshots.firstDay(id);
  const captured = (await ctx.store.snapshots.days(id, { from, to })).map(({ day }) => day);
  const end = to < today ? addDays(to, 1) : today;
  const found = await findGaps(ctx, { captured, first, since: from, today: end });
  return weekFactsOf({
    week,
    today,
    closes: await closesUpTo(ctx, week),
    captured,
    gaps: found.days,
    failedRuns: await readFailedRuns(ctx, { from, to }),
  });
}

async function closesUpTo({ store, organisation }: Eye, week: Week): Promise<WeekClose[]> {
  const weeks = Array.from({ length: historyWeeks + 1 }, (_, index) => addWeeks(week, index - historyWeeks));
  const closes = await store.snapshots.closingSnapshots(organisation.id, weeks.map(daysOfWeek));
  const byWeek = lastOfWeeks(closes);
  return weeks.map((one) => ({ week: one, close: byWeek.get(one) ?? null }));
}

/** `rows` are in order of day. */
export const lastOfWeeks = (rows: readonly Snapshot[]): Map<Week, Snapshot> =>
  new Map(rows.map((row) => [weekOf(row.day), row]));

/** The whole page of a week, in words; targets and annotations as they stood when it ended. */
export async function readWeekSheet(ctx: Eye, week: Week): Promise<{ facts: WeekFacts; sheet: WeekSheet }> {
  const { id, name, timeZone } = ctx.organisation;
  const facts = await readWeekFacts(ctx, week);
  const today = ctx.today();
  const day = earlierOf(facts.to, today);
  const stood = await ctx.store.targets.before(id, startOf(addDays(day, 1), timeZone));
  const open = stood.filter(({ dueDay }) => dueDay >= facts.from);
  const sheet = weekSheet({
    facts,
    organisation: { name, timeZone },
    planned: await plannedIn(ctx, addWeeks(week, -1)),
    targets: await judgeTargets(ctx, open, day),
    annotations: await ctx.store.annotations.touching(id, { from: facts.from, to: facts.to }),
    day,
  });
  return { facts, sheet };
}

async function plannedIn({ store, organisation }: Eye, week: Week): Promise<WeekSheet['planned']> {
  const revision = await store.revisions.latest(organisation.id, week);
  const text = revision === null ? '' : readReviewDocument(revision.document).answers.next.trim();
  return text === '' ? null : { week, text };
}
