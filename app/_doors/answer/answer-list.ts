import { listQuery } from '@/lib/api/person';
import { ok, type Result } from '@/lib/domain/result';
import { fieldErrorsOf } from '@/lib/services/service';
import { answer } from './answer';
import type { KnownFailure } from './problems';
import { queryOf } from './read-request';

/** A page of a whole list, cut where the request says; what was not asked for before is refused before that is looked at. */
export function answerList<T, J extends { readonly id: string }>(
  request: Request,
  result: Result<readonly T[], KnownFailure>,
  json: (item: T) => J,
): Response {
  return answer(result.ok ? pageOf(result.value.map(json), queryOf(request)) : result);
}

function pageOf<J extends { readonly id: string }>(all: readonly J[], query: unknown): Result<object, KnownFailure> {
  const asked = listQuery.safeParse(query);
  if (!asked.success) return { ok: false, failure: { kind: 'invalid-input', errors: fieldErrorsOf(asked.error) } };
  const { limit, cursor } = asked.data;
  const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && start === 0) {
    const errors = [{ path: 'cursor', message: 'the `next` of the page before' }];
    return { ok: false, failure: { kind: 'invalid-input', errors } };
  }
  const data = all.slice(start, start + limit);
  return ok({ data, next: start + limit < all.length ? (data.at(-1)?.id ?? null) : null });
}
