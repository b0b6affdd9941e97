import { reviewSearch } from '@/lib/api/review';
import { laterOf } from '@/lib/domain/day';
import { saysAll, termsOf } from '@/lib/domain/fold-text';
import { ok, type Result } from '@/lib/domain/result';
import { answerNames } from '@/lib/domain/review';
import { addWeeks, type Week } from '@/lib/domain/week';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { weeksThere } from './parts/read-week';
import { readWritten, type Written } from './parts/read-written';

export type FoundReviews = {
  readonly found: readonly Written[];
  readonly terms: readonly string[];
  readonly next: Week | null;
};

/** As many weeks as are read at a time: a year of reviews is small, and most of what is looked for is not long ago. */
const stride = 52;

/**
 * The reviews that say all the words asked for, newest first: completed ones, and drafts for those who write. The text is compared
 * here and not by the database, since SQLite's own comparison knows no letters beyond ASCII.
 */
export const searchReviews = service({
  permission: 'adoption:see',
  input: reviewSearch,
  run: async (ctx, { q, limit, cursor }): Promise<Result<FoundReviews, InvalidInput>> => {
    const terms = termsOf(q);
    if (terms.length === 0) return invalid('q', 'Enter words to look for');
    const there = await weeksThere(ctx);
    if (!there) return ok({ found: [], terms, next: null });
    const found: Written[] = [];
    let to = cursor === undefined || cursor > there.last ? there.last : addWeeks(cursor, -1);
    while (to >= there.first) {
      const from = laterOf(there.first, addWeeks(to, 1 - stride));
      const written = await readWritten(ctx, { from, to });
      found.push(
        ...written.filter(({ answers }) =>
          saysAll(
            answerNames.map((name) => answers[name]),
            terms,
          ),
        ),
      );
      const page = pageOf(found, limit);
      if (page) return ok({ ...page, terms });
      to = addWeeks(from, -1);
    }
    return ok({ found, terms, next: null });
  },
});

/** A page of whole weeks, as soon as more than that is found. */
function pageOf(found: readonly Written[], limit: number): Pick<FoundReviews, 'found' | 'next'> | null {
  const weeks = [...new Set(found.map(({ week }) => week))];
  const last = weeks[limit - 1];
  return weeks.length > limit && last ? { found: found.filter(({ week }) => week >= last), next: last } : null;
}
