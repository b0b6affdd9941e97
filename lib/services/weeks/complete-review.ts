import type { Store } from '@/lib/adapters/db/stores/store';
import { completeInput, weekPath } from '@/lib/api/review';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Answers, answerNames, type Revision } from '@/lib/domain/review';
import type { Role } from '@/lib/domain/roles';
import type { Week } from '@/lib/domain/week';
import { isUnfinished } from '@/lib/domain/week-facts';
import { writeReviewDocument } from '@/lib/views/weeks/review-document';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { isThere, readWeekSheet } from './parts/read-week';
import { conflict, type ReviewFailure } from './parts/review-failures';
import { savedNow } from './parts/saved-now';

type Failure =
  | Extract<ReviewFailure, { kind: 'not-found' | 'review-completed' | 'review-conflict' | 'week-unfinished' }>
  | InvalidInput;

/** Freezes the week as it is shown now, with what was written: numbers, sentences, text, name, role and time. */
export const completeReview = service({
  permission: 'review:write',
  input: completeInput.extend(weekPath.shape),
  run: async (ctx, { week, version, ...given }): Promise<Result<Revision, Failure>> => {
    if (!(await isThere(ctx, week))) return fail({ kind: 'not-found' });
    if (isUnfinished(week, ctx.today())) return fail({ kind: 'week-unfinished' });
    return ctx.store.atomically((store) => freeze(ctx, store, { week, version, given }));
  },
});

type Input = { week: Week; version: number; given: { [name in keyof Answers]?: string | undefined } };

/** The save comes first: it settles who of two is first, before anything is appended. */
async function freeze(ctx: Context, store: Store, { week, version, given }: Input): Promise<Result<Revision, Failure>> {
  const { id, name, timeZone } = ctx.organisation;
  const before = await store.reviews.of(id, week);
  if (before?.completed) return fail({ kind: 'review-completed' });
  if ((before?.version ?? 0) !== version) return conflict(before);
  const answers = Object.fromEntries(answerNames.map((one) => [one, given[one] ?? before?.[one] ?? ''])) as Answers;
  const { facts, sheet } = await readWeekSheet({ ...ctx, store }, week);
  if (facts.close === null && answers.happened.trim() === '') {
    return invalid('happened', 'This week has no snapshot: say why before you complete it');
  }
  const by = savedNow(ctx);
  const signed = { name: by.changedByName, role: roleOf(ctx), at: by.changedAt };
  const saved = await store.reviews.save(id, { ...answers, ...by, week, version, completed: true });
  if (!saved) return conflict(await store.reviews.of(id, week));
  const revision = await store.revisions.append(id, {
    week,
    completedAt: signed.at,
    completedByName: signed.name,
    completedByRole: signed.role,
    document: (number) =>
      writeReviewDocument({ facts, sheet, revision: number, organisation: { name, timeZone }, answers, signed }),
  });
  await ctx.audit(
    'review-completed',
    { target: week, detail: { revision: revision.number, hash: revision.hash } },
    store,
  );
  return ok(revision);
}

/** A job acts with all rights; only people complete reviews in practice. */
const roleOf = ({ actor }: Context): Role => (actor.kind === 'person' ? actor.role : 'admin');
