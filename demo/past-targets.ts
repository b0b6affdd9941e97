import { addDays, type Day, dayOfMonth, weekday } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { changeTarget } from '@/lib/services/targets/change-target';
import { setTarget } from '@/lib/services/targets/set-target';
import { type Deed, done } from './deed';
import { dayOf } from './story/calendar';

type At = (week: number, weekday: number, time: string) => Date;

type Past = { readonly today: Day; readonly at: At };

/** One was reached, one missed, one is on track since it was lowered, and one is behind. */
export function pastTargets({ today, at }: Past): Deed[] {
  const inSevenWeeks = addDays(today, 7 * 7 + 5 - weekday(today));
  const threeMonthsAgo = monthEndAfter(dayOf({ week: -12, weekday: 1 }, today));
  let ambitious = '';
  return [
    set({ at: at(-24, 1, '10:05'), by: 'max' }, { metric: 'using_enpass', value: 220, by: threeMonthsAgo }),
    set({ at: at(-21, 1, '10:05'), by: 'max' }, { metric: 'activated_license', value: 240, by: threeMonthsAgo }),
    {
      at: at(-18, 2, '11:20'),
      by: 'ada',
      run: async (ctx) => {
        const asked = await setTarget(ctx, { metric: 'adoption', value: 0.65, by: inSevenWeeks });
        if (asked.ok) ambitious = asked.value.target.id;
        await done(asked);
      },
    },
    // After customer service had joined.
    { at: at(-13, 4, '15:40'), by: 'ada', run: (ctx) => done(changeTarget(ctx, { id: ambitious, value: 0.63 })) },
    set({ at: at(-10, 1, '10:05'), by: 'max' }, { metric: 'activated_license', value: 414, by: inSevenWeeks }),
  ];
}

type Wish = { readonly metric: MetricId; readonly value: number; readonly by: Day };

function set(deed: Pick<Deed, 'at' | 'by'>, wish: Wish): Deed {
  return { ...deed, run: (ctx) => done(setTarget(ctx, wish)) };
}

function monthEndAfter(day: Day): Day {
  const nextMonth = addDays(dayOfMonth(day, '28'), 4);
  return addDays(dayOfMonth(nextMonth, '01'), -1);
}
