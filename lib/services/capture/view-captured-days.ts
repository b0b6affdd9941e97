import { z } from 'zod';
import { inDigits } from '@/lib/api/common';
import { type CalendarMonth, monthsOf } from '@/lib/domain/calendar';
import type { Day } from '@/lib/domain/day';
import { groupGaps, isMissed } from '@/lib/domain/gap';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Here } from '@/lib/views/words/numbers';
import { service } from '../service';
import { findGaps } from '../snapshots/parts/find-gaps';
import { type TriedGap, tried } from './parts/tried-gaps';

/** `missing` are days that somebody could have captured. */
export type YearSum = { readonly year: number; readonly captured: number; readonly missing: number };

export type CapturedDays = {
  readonly here: Here;
  readonly today: Day;
  /** Newest first: every year since the first snapshot; this one alone before there is any. */
  readonly years: readonly YearSum[];
  readonly shown: YearSum;
  readonly months: readonly CalendarMonth[];
  /** All of the year, newest first. */
  readonly gaps: readonly TriedGap[];
};

/** A year of captured days and everything that is missing in it, with what was tried. */
export const viewCapturedDays = service({
  permission: 'run:see',
  input: z.object({ year: inDigits(z.int().min(1900).max(2999)).optional() }),
  run: async (ctx, asked): Promise<Result<CapturedDays, { kind: 'not-found' }>> => {
    const { id, timeZone } = ctx.organisation;
    const today = ctx.today();
    const first = await ctx.store.snapshots.firstDay(id);
    const since = first ?? today;
    const captured = await ctx.store.snapshots.days(id, { from: since, to: today });
    const found = await findGaps(ctx, { captured: captured.map(({ day }) => day), first, since, today });
    const years = yearsBetween(since, today).map((year) => ({
      year,
      captured: captured.filter(inYear(year)).length,
      missing: found.days.filter(inYear(year)).filter(isMissed).length,
    }));
    const shown = years.find(({ year }) => year === (asked.year ?? yearOf(today)));
    if (!shown) return fail({ kind: 'not-found' });
    const gapDays = found.days.filter(inYear(shown.year));
    const gaps = groupGaps(gapDays).map((gap) => tried(gap, found.failedRuns));
    const months = monthsOf({ captured, gaps: gapDays, first, today }, shown.year);
    return ok({ here: { now: ctx.clock.now(), timeZone }, today, years, shown, months, gaps: gaps.reverse() });
  },
});

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const inYear =
  (year: number) =>
  ({ day }: { readonly day: Day }): boolean =>
    yearOf(day) === year;

const yearsBetween = (first: Day, today: Day): number[] =>
  Array.from({ length: yearOf(today) - yearOf(first) + 1 }, (_, back) => yearOf(today) - back);
