import { cast, signedIn } from '@/demo/cast';
import { pastWriting } from '@/demo/past-writing';
import { addDays, type Day, dayOfMonth, instantOf, weekday } from '@/lib/domain/day';
import type { Result } from '@/lib/domain/result';
import { daysOfWeek } from '@/lib/domain/week';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { type Context, contextFor } from '@/lib/services/context';
import { changeTarget } from '@/lib/services/targets/change-target';
import { setTarget } from '@/lib/services/targets/set-target';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';

/** Something somebody did at a moment of the past, through the same services as today. */
type Deed = { readonly at: Date; readonly by: 'max' | 'ada'; readonly run: (ctx: Context) => Promise<void> };

type Past = { readonly start: Day; readonly ids: Readonly<Record<'max' | 'ada', string>> };

/** Lets Max and Ada set targets, write annotations and review weeks, each at its time. */
export async function seedActivity(ctx: Context, { start, ids }: Past): Promise<void> {
  const { timeZone } = ctx.organisation;
  const at = (day: Day, time: string) => instantOf(day, time, timeZone);
  const today = ctx.today();
  const { annotations, reviews } = pastWriting({ start, today });
  const deeds = [
    ...targets(today, at),
    ...annotations.map(
      (one): Deed => ({ at: at(one.to, '16:20'), by: 'max', run: (then) => done(addAnnotation(then, one)) }),
    ),
    ...reviews.flatMap((review) => reviewed(review, at)),
  ];
  for (const { at: moment, by, run } of deeds.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const actor = signedIn({ ...cast[by], id: ids[by] });
    const { organisation } = ctx;
    await run(contextFor({ ...ctx, clock: { now: () => moment } }, { actor, organisation, network: null }));
  }
}

type At = (day: Day, time: string) => Date;

/** One was reached, one is on track, one is behind since it was raised. */
function targets(today: Day, at: At): Deed[] {
  const ago = (weeks: number) => at(addDays(today, 1 - weekday(today) - 7 * weeks), '10:05');
  let raised = '';
  return [
    {
      at: ago(22),
      by: 'max',
      run: (ctx) =>
        done(setTarget(ctx, { metric: 'assigned_license', value: 400, by: monthEndAfter(addDays(today, -40)) })),
    },
    {
      at: ago(16),
      by: 'ada',
      run: async (ctx) => {
        const set = await setTarget(ctx, { metric: 'adoption', value: 0.7, by: monthEndAfter(addDays(today, 75)) });
        if (set.ok) raised = set.value.target.id;
        await done(set);
      },
    },
    {
      at: ago(10),
      by: 'max',
      run: (ctx) =>
        done(setTarget(ctx, { metric: 'activated_license', value: 400, by: monthEndAfter(addDays(today, 130)) })),
    },
    { at: ago(6), by: 'ada', run: (ctx) => done(changeTarget(ctx, { id: raised, value: 0.75 })) },
  ];
}

function monthEndAfter(day: Day): Day {
  const nextMonth = addDays(dayOfMonth(day, '28'), 4);
  return addDays(dayOfMonth(nextMonth, '01'), -1);
}

type Review = ReturnType<typeof pastWriting>['reviews'][number];

/** Completed on the Monday after; one was opened again on the Wednesday. */
function reviewed({ week, revised, ...answers }: Review, at: At): Deed[] {
  const monday = addDays(daysOfWeek(week).to, 1);
  const first = async (ctx: Context) => {
    await done(saveReviewDraft(ctx, { week, version: 0, ...answers }));
    await done(completeReview(ctx, { week, version: 1 }));
  };
  const again = async (ctx: Context) => {
    await done(reopenReview(ctx, { week }));
    await done(completeReview(ctx, { week, version: 3, ...revised }));
  };
  return [
    { at: at(monday, '09:40'), by: 'max', run: first },
    ...(revised ? [{ at: at(addDays(monday, 2), '14:15'), by: 'ada' as const, run: again }] : []),
  ];
}

async function done(asked: Result<unknown, { kind: string }> | Promise<Result<unknown, { kind: string }>>) {
  const result = await asked;
  if (!result.ok) throw new Error(`the past was refused: ${JSON.stringify(result.failure)}`);
}
