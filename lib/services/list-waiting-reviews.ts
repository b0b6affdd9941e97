import { z } from 'zod';
import { laterOf } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import { waitingReviews } from '@/lib/domain/review';
import { addWeeks } from '@/lib/domain/week';
import type { WeekRow } from '@/lib/views/api/week';
import { weeksThere } from './read-week';
import { readWeeks } from './read-weeks';
import { service } from './service';

const lookedBack = 12;

/** The reviews that wait for whoever writes them: for the badge and the list of what needs attention. */
export const listWaitingReviews = service({
  permission: 'review:write',
  input: z.strictObject({}),
  run: async (ctx) => {
    const there = await weeksThere(ctx);
    if (!there) return ok<WeekRow[]>([]);
    const wanted = addWeeks(there.last, -lookedBack);
    return ok(waitingReviews(await readWeeks(ctx, laterOf(wanted, there.first), there.last)));
  },
});
