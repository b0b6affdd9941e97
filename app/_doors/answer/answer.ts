import type { Result } from '@/lib/domain/result';
import { requestId } from '@/lib/process';
import type { FieldError } from '@/lib/services/service';
import { type KnownFailure, problems } from './problems';

/** A service's result as an API answer: its value as JSON, or an RFC 9457 problem. `body` turns the value into what is public. */
export function answer<T>(result: Result<T, KnownFailure>, body: (value: T) => unknown = (value) => value): Response {
  return result.ok ? answerJson(body(result.value)) : answerProblem(result.failure);
}

export const answerJson = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...closed, 'Content-Type': 'application/json' } });

export function answerProblem(failure: KnownFailure): Response {
  const { kind, errors, retryAfterSeconds } = failure;
  return problem({ ...problems[kind], kind, errors, retryAfterSeconds: retryAfterSeconds ?? waitFor(kind) });
}

type ProblemFields = {
  status: number;
  kind: string;
  title: string;
  detail: string;
  errors?: readonly FieldError[] | undefined;
  retryAfterSeconds?: number | undefined;
  /** Members of their own, such as the run that failed. */
  more?: Readonly<Record<string, unknown>>;
};

/** For a problem that has more to tell than the table, such as what Enpass said. */
export function problem({
  status,
  kind,
  title,
  detail,
  errors,
  retryAfterSeconds,
  more = {},
}: ProblemFields): Response {
  const headers: Record<string, string> = { ...closed, 'Content-Type': 'application/problem+json' };
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return new Response(JSON.stringify({ kind, title, status, detail, requestId: requestId(), errors, ...more }), {
    status,
    headers,
  });
}

const closed = { 'Cache-Control': 'no-store' };

/** How long what is over by itself may take, in seconds. */
const waitFor = (kind: KnownFailure['kind']): number | undefined =>
  problems[kind].status === 503 || kind === 'import-running' ? 5 : undefined;
