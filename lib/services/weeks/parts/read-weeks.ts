import { addDays, type Day } from '@/lib/domain/day';
import { reviewStateOf } from '@/lib/domain/review';
import { addWeeks, daysOfWeek, type Week, weekOf } from '@/lib/domain/week';
import { isUnfinished } from '@/lib/domain/week-facts';
import type { WeekRow } from '@/lib/views/weeks/week-row';
import type { Context } from '../../context';
import { findGaps } from '../../snapshots/parts/find-gaps';
import { lastOfWeeks } from './read-week';

/** The weeks from `oldest` to `newest`, newest first, in six statements however many they are. */
export async function readWeeks(ctx: Context, oldest: Week, newest: Week): Promise<WeekRow[]> {
  const { id } = ctx.organisation;
  const today = ctx.today();
  const span = { from: daysOfWeek(oldest).from, to: daysOfWeek(newest).to };
  const weeks = weeksDown(newest, oldest);
  const slots = [...weeks, addWeeks(oldest, -1)].map(daysOfWeek);
  const closes = lastOfWeeks(await ctx.store.snapshots.closingSnapshots(id, slots));
  const captured = (await ctx.store.snapshots.days(id, span)).map(({ day }) => day);
  const first = await ctx.store.snapshots.firstDay(id);
  const end = span.to < today ? addDays(span.to, 1) : today;
  const gaps = (await findGaps(ctx, { captured, first, since: span.from, today: end })).days;
  const reviews = new Map(
    (await ctx.store.reviews.between(id, { from: oldest, to: newest })).map((one) => [one.week, one]),
  );
  const revisions = await ctx.store.revisions.counts(id, { from: oldest, to: newest });
  const [days, missing] = [byWeek(captured, (day) => day), byWeek(gaps, ({ day }) => day)];
  return weeks.map((week) => ({
    week,
    unfinished: isUnfinished(week, today),
    close: closes.get(week) ?? null,
    lastClose: closes.get(addWeeks(week, -1)) ?? null,
    days: days.get(week)?.length ?? 0,
    gaps: missing.get(week) ?? [],
    review: reviewStateOf(reviews.get(week) ?? null, isUnfinished(week, today)),
    revisions: revisions.get(week) ?? 0,
  }));
}

function byWeek<R>(rows: readonly R[], dayOf: (row: R) => Day): Map<Week, R[]> {
  const weeks = new Map<Week, R[]>();
  for (const row of rows) {
    const week = weekOf(dayOf(row));
    weeks.set(week, [...(weeks.get(week) ?? []), row]);
  }
  return weeks;
}

function weeksDown(newest: Week, oldest: Week): Week[] {
  const weeks: Week[] = [];
  for (let week = newest; week >= oldest; week = addWeeks(week, -1)) weeks.push(week);
  return weeks;
}
