import { theirsJson } from '@/lib/api/review';
import type { Result } from '@/lib/domain/result';
import type { ReviewConflict } from '@/lib/services/weeks/save-review-draft';
import { answerJson, answerProblem, problem } from './answer';
import { type KnownFailure, problems } from './problems';

/** An answer about a review; a conflict carries what the other one wrote. */
export function answerReview<T>(
  result: Result<T, KnownFailure | ReviewConflict>,
  body: (value: T) => unknown,
): Response {
  if (result.ok) return answerJson(body(result.value));
  const { failure } = result;
  if (!('theirs' in failure)) return answerProblem(failure);
  return problem({
    ...problems[failure.kind],
    kind: failure.kind,
    more: { review: failure.theirs && theirsJson(failure.theirs) },
  });
}
