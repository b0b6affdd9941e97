import type { Member } from '@/demo/cast';
import { type PastRun, pastRuns } from '@/demo/past-runs';
import { type PastReview, pastAnnotations, pastReviews } from '@/demo/past-writing';
import { addDays, type Day, eachDay, instantOf, type TimeZone, weekday } from '@/lib/domain/day';
import { daysOfWeek } from '@/lib/domain/week';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { saveConnection } from '@/lib/services/connection/save-connection';
import type { Context } from '@/lib/services/context';
import { importHistory } from '@/lib/services/transfer/import-history';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { type Deed, done, type Who } from './deed';
import { type Sessions, signedInAt } from './past-sessions';
import { pastTargets } from './past-targets';
import { notedBefore, seedHistory } from './seed-history';
import { dayOf, isWorkday } from './story/calendar';

type Year = {
  /** The history's first day; the application was set up later, and numbers noted before were imported. */
  readonly start: Day;
  readonly people: Readonly<Record<Who, Member>>;
  readonly password: string;
};

type Moment = { readonly today: Day; readonly at: (week: number, weekday: number, time: string) => Date };

const setUpDay = (today: Day): Day => dayOf({ week: -49, weekday: 1 }, today);

/** The moment from which there is an application, for a history that ends on `today`. */
export const setUpAt = (today: Day, zone: TimeZone): Date => instantOf(setUpDay(today), '09:30', zone);

/** A year that the cast lived through: they sign in, import, set targets, write, review and mend what failed, each at its time. */
export async function seedYear(ctx: Context, { start, people, password }: Year): Promise<void> {
  const { timeZone, captureTime } = ctx.organisation;
  const today = ctx.today();
  const on = (day: Day, time: string) => instantOf(day, time, timeZone);
  const open: Sessions = new Map();
  const as = (who: Who, at: Date, inside = ctx) =>
    signedInAt(inside, open, { who, account: { ...people[who], password }, at });
  const setUp = setUpDay(today);
  const text = notedBefore(eachDay(start, addDays(setUp, -1)), start);
  await done(importHistory(await as('olga', on(setUp, '10:05')), { text, format: 'csv', fileName: 'pilot.csv' }));
  const days = eachDay(setUp, addDays(today, -1));
  const runs = pastRuns({ days, timetable: { timeZone, captureTime }, since: on(setUp, '10:13') });
  await seedHistory(ctx, { start, runs });
  for (const some of batches(deedsOf(ctx, { start, today, runs, on }))) {
    await ctx.store.atomically(async (store) => {
      for (const { at, by, run } of some) {
        const then = await as(by, at, { ...ctx, store });
        await run?.(then);
      }
    });
  }
}

/** A disk confirms each transaction: in a few large ones a year is written in half the time. */
function batches<T>(all: readonly T[]): T[][] {
  const size = 40;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

type Lived = { readonly start: Day; readonly today: Day; readonly runs: readonly PastRun[]; readonly on: On };

function deedsOf(ctx: Context, { start, today, runs, on }: Lived): Deed[] {
  const moment: Moment = { today, at: (week, number, time) => on(dayOf({ week, weekday: number }, today), time) };
  const told = on(setUpDay(today), '16:20');
  const deeds: Deed[] = [
    ...connections(moment, ctx),
    ...pastTargets(moment),
    ...pastAnnotations({ start, today }).map(
      (one): Deed => ({
        at: later(on(one.to, '16:20'), told),
        by: 'max',
        run: (then) => done(addAnnotation(then, one)),
      }),
    ),
    ...pastReviews({ start, today }).flatMap((review) => reviewed(review, on)),
    ...runs.filter(({ trigger }) => trigger === 'manual').map(asked),
    ...readers(eachDay(addDays(setUpDay(today), 1), addDays(today, -1)), on),
  ];
  const now = ctx.clock.now();
  return deeds.filter(({ at }) => at < now).toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** Ada entered the connection when the application was set up, and again when its token had run out. */
function connections({ today, at }: Moment, { config: { enpass } }: Context): Deed[] {
  if (enpass === null) return [];
  const { baseUrl } = enpass;
  const saved = (fields: object) => (ctx: Context) => done(saveConnection(ctx, { baseUrl, ...fields }));
  const first = { token: 'fake-enpass-token-3k9d', tokenExpiresOn: dayOf({ week: -6, weekday: 5 }, today) };
  const second = { token: enpass.token, tokenExpiresOn: addDays(today, 137) };
  return [
    { at: at(-49, 1, '10:12'), by: 'ada', run: saved(first) },
    { at: at(-5, 1, '09:11'), by: 'ada', run: saved(second) },
  ];
}

const asked = ({ finishedAt: at, day, failure }: PastRun): Deed => ({
  at,
  by: 'olga',
  run: (ctx) =>
    failure === null
      ? ctx.audit('refreshed', { target: day })
      : ctx.audit('refresh-failed', { target: day, detail: { kind: failure.kind } }),
});

type On = (day: Day, time: string) => Date;

/** Olga and Ada look in the week’s middle, Vera when the month is new. */
function readers(all: readonly Day[], on: On): Deed[] {
  const days = all.filter(isWorkday);
  const looks = (by: Who, time: string, when: (day: Day) => boolean) =>
    days.filter(when).map((day): Deed => ({ at: on(day, time), by }));
  return [
    ...looks('olga', '08:35', (day) => weekday(day) === 4),
    ...looks('ada', '13:10', (day) => weekday(day) === 3 && Number(day.slice(8)) > 15),
    ...looks('vera', '11:25', (day) => weekday(day) === 2 && Number(day.slice(8)) < 8),
  ];
}

/** Completed on the workday after; one was opened again two days later. */
function reviewed({ week, revised, by, writtenOn, ...answers }: PastReview, on: On): Deed[] {
  const first = async (ctx: Context) => {
    await done(saveReviewDraft(ctx, { week, version: 0, ...answers }));
    await done(completeReview(ctx, { week, version: 1 }));
  };
  const again = async (ctx: Context) => {
    await done(reopenReview(ctx, { week }));
    await done(completeReview(ctx, { week, version: 3, ...revised }));
  };
  return [
    { at: on(writtenOn, '09:40'), by, run: first },
    ...(revised ? [{ at: on(addDays(daysOfWeek(week).to, 3), '14:15'), by: 'ada' as const, run: again }] : []),
  ];
}
