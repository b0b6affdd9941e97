import { answer, problem } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { runJson } from '@/lib/api/run';
import { fail, ok } from '@/lib/domain/result';
import type { Run } from '@/lib/domain/run';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';

export const POST = apiRoute(async (ctx) => {
  const refreshed = await refreshSnapshot(ctx, { trigger: 'manual' });
  if (refreshed.ok) return answer(ok({ run: runJson(refreshed.value.run) }));
  const { failure } = refreshed;
  return failure.kind === 'enpass-failed' ? answerFailedRun(failure.run) : answer(fail(failure));
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');

/** The gateway's status: we are well, and what we asked on the caller's behalf was not. */
function answerFailedRun(failed: Run): Response {
  const run = runJson(failed);
  const { kind = 'not-running', message = 'The refresh did not end.', advice = '' } = run.failure ?? {};
  return problem({ status: 502, kind, title: message, detail: advice, more: { run } });
}
