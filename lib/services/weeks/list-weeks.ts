import { weeksQuery } from '@/lib/api/week';
import { laterOf } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import type { Week } from '@/lib/domain/week';
import { addWeeks } from '@/lib/domain/week';
import type { WeekRow } from '@/lib/views/weeks/week-row';
import { service } from '../service';
import { readWaitingWeeks } from './parts/read-waiting-weeks';
import { weeksThere } from './parts/read-week';
import { readWeeks } from './parts/read-weeks';
import { readWritten } from './parts/read-written';

export type WeekPage = {
  readonly weeks: readonly WeekRow[];
  /** Of all weeks, those whose review waits for whoever asks. */
  readonly waiting: readonly Week[];
  /** What happened in them, by the newest text that whoever asks may read. */
  readonly happened: ReadonlyMap<Week, string>;
  readonly next: string | null;
};

/** Newest first, back to the week of the first snapshot; the cursor is the last week of the page before. */
export const listWeeks = service({
  permission: 'adoption:see',
  input: weeksQuery,
  run: async (ctx, { limit, cursor }) => {
    const there = await weeksThere(ctx);
    const newest = cursor !== undefined && there && cursor <= there.last ? addWeeks(cursor, -1) : there?.last;
    if (!there || newest === undefined || newest < there.first) {
      return ok<WeekPage>({ weeks: [], waiting: [], happened: new Map(), next: null });
    }
    const wanted = addWeeks(newest, 1 - limit);
    const oldest = laterOf(wanted, there.first);
    return ok<WeekPage>({
      weeks: await readWeeks(ctx, oldest, newest),
      waiting: (await readWaitingWeeks(ctx)).map(({ week }) => week),
      happened: new Map(
        (await readWritten(ctx, { from: oldest, to: newest }))
          .map(({ week, answers }) => [week, answers.happened] as const)
          .reverse(),
      ),
      next: oldest > there.first ? oldest : null,
    });
  },
});
