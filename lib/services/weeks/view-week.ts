import { weekPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { ReviewDraft, ReviewState, Revision } from '@/lib/domain/review';
import { actorMay } from '@/lib/domain/roles';
import { addWeeks, type Week } from '@/lib/domain/week';
import { type ReviewDocument, readReviewDocument } from '@/lib/views/weeks/review-document';
import type { WeekRow } from '@/lib/views/weeks/week-row';
import type { WeekSheet } from '@/lib/views/weeks/week-sheet';
import type { Context } from '../context';
import { cached } from '../parts/cached';
import { service } from '../service';
import { readReview } from './parts/read-review';
import { readWaitingWeeks } from './parts/read-waiting-weeks';
import { readWeekSheet, weeksThere } from './parts/read-week';
import { readWeeks } from './parts/read-weeks';

export type WeekView = {
  readonly week: Week;
  readonly before: Week | null;
  readonly after: Week | null;
  readonly state: ReviewState;
  /** What to show: frozen when there is a completed review to read, live otherwise. */
  readonly sheet: WeekSheet;
  readonly frozen: { readonly revision: Omit<Revision, 'document'>; readonly document: ReviewDocument } | null;
  readonly revisions: readonly Omit<Revision, 'document'>[];
  /** What is being written, for those who write; null for readers, and while the review is completed. */
  readonly draft: ReviewDraft | null;
  readonly mayWrite: boolean;
  /** Whether its review waits for whoever asks. */
  readonly waits: boolean;
};

type NotFound = { readonly kind: 'not-found' };

/** A week's page. Whoever does not write reviews reads the newest completed one, also while a next revision is being written. */
export const viewWeek = service({
  permission: 'adoption:see',
  input: weekPath,
  run: async (ctx, { week }): Promise<Result<WeekView, NotFound>> => {
    const there = await thereNow(ctx, null);
    if (!there || week < there.first || week > there.last) return fail({ kind: 'not-found' });
    const { id } = ctx.organisation;
    const mayWrite = actorMay(ctx.actor, 'review:write');
    const { state, review } = await readReview(ctx, week);
    const frozen = state === 'completed' || !mayWrite ? await frozenOf(ctx, week) : null;
    return ok({
      week,
      before: week > there.first ? addWeeks(week, -1) : null,
      after: week < there.last ? addWeeks(week, 1) : null,
      state,
      sheet: frozen?.document.sheet ?? (await sheetNow(ctx, week)),
      frozen,
      revisions: await ctx.store.revisions.of(id, week),
      draft: mayWrite && state !== 'completed' ? review : null,
      mayWrite,
      waits: (await readWaitingWeeks(ctx)).some((waiting) => waiting.week === week),
    });
  },
});

const thereNow = cached({ name: 'weeks there', make: weeksThere });
const sheetNow = cached({
  name: 'week sheet',
  make: async (ctx, week: Week) => (await readWeekSheet(ctx, week)).sheet,
});

/** A week's numbers for programs. */
export const viewWeekNumbers = service({
  permission: 'adoption:see',
  input: weekPath,
  run: async (ctx, { week }): Promise<Result<WeekRow, NotFound>> => {
    const there = await weeksThere(ctx);
    if (!there || week < there.first || week > there.last) return fail({ kind: 'not-found' });
    const [row] = await readWeeks(ctx, week, week);
    return row ? ok(row) : fail({ kind: 'not-found' });
  },
});

async function frozenOf({ store, organisation }: Context, week: Week): Promise<WeekView['frozen']> {
  const latest = await store.revisions.latest(organisation.id, week);
  if (latest === null) return null;
  const { document, ...revision } = latest;
  return { revision, document: readReviewDocument(document) };
}
