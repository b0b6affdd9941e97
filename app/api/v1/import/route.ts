import { answer, answerProblem, problem } from '@/app/_doors/answer/answer';
import { problems } from '@/app/_doors/answer/problems';
import { fileOf, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { importQuery } from '@/lib/api/import';
import { faultSummary } from '@/lib/api/imports/fault-summary';
import { actorMay } from '@/lib/domain/roles';
import { fieldErrorsOf } from '@/lib/services/service';
import { type Imported, importHistory } from '@/lib/services/transfer/import-history';

const maxBytes = 8 * 1024 * 1024;

export const POST = apiRoute(async (ctx, request) => {
  const query = importQuery.safeParse(queryOf(request));
  if (!query.success) return answerProblem({ kind: 'invalid-input', errors: fieldErrorsOf(query.error) });
  // Who may not import is refused by the service, and nothing of theirs is read before.
  if (!actorMay(ctx.actor, 'history:import')) return answer(await importHistory(ctx, {}));
  const body = await fileOf(request, { maxBytes, tooLarge: 'The body is larger than 8 MB: send it in several files.' });
  if (!body.ok) return answerProblem(body.failure);
  const asked = { ...query.data, text: body.value, format: formatOf(request), fileName: 'API' };
  const imported = await importHistory(ctx, asked);
  return imported.ok && imported.value.errors.length > 0 ? answerFaults(imported.value) : answer(imported);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');

/** What the request says for sure: many clients send a form's type unasked. */
function formatOf(request: Request): 'csv' | 'json' | undefined {
  const type = request.headers.get('content-type') ?? '';
  if (/^(application\/json|text\/json)\b/i.test(type)) return 'json';
  return /^text\/csv\b/i.test(type) ? 'csv' : undefined;
}

/** Nothing was taken: the cause in a sentence, and every line, as `import --json` tells them. */
function answerFaults({ errors, ...counted }: Imported): Response {
  const { status, title } = problems['invalid-input'];
  const lines = errors.map(({ line, message }) => ({ path: `line ${line}`, line, message }));
  return problem({ status, kind: 'invalid-input', title, detail: faultSummary(errors), errors: lines, more: counted });
}
